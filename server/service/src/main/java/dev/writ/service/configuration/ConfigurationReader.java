package dev.writ.service.configuration;

import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.server.Tls;
import dev.writ.service.database.DatabaseSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Joins the sources, and judges all that they say, also what a stronger one replaces. */
final class ConfigurationReader {
    private static final String PREFIX = "WRIT_";

    private final Map<String, Assignment> assignments = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ConfigurationReader() {}

    /**
     * @param flags the values of settings that the command line gives, by the name of the setting
     * @param environment of which only names with the prefix count
     * @throws ConfigurationException listing every fault
     */
    static EffectiveConfiguration read(Map<String, String> flags, Map<String, String> environment) {
        ConfigurationReader reader = new ConfigurationReader();
        reader.addAll(flags, environment);
        reader.checkCredentials();
        Optional<Tls> tls = reader.tlsFiles().read(reader.faults::add);
        RateLimits rateLimits = reader.rateLimits();
        if (!reader.faults.isEmpty()) {
            throw new ConfigurationException(reader.faults);
        }
        return new EffectiveConfiguration(reader.configuration(tls, rateLimits), reader.description());
    }

    private void addAll(Map<String, String> flags, Map<String, String> environment) {
        List<Assignment> fromEnvironment = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> new Assignment(variable.getKey(), variable.getValue(), "in the environment"))
                .toList();
        List<Assignment> fromFlags = Settings.ALL.stream()
                .filter(setting -> flags.containsKey(setting.name()))
                .flatMap(setting -> setting.flag().stream()
                        .map(flag -> new Assignment(
                                setting.name(), flags.getOrDefault(setting.name(), ""), "by " + flag.name())))
                .toList();
        fromEnvironment.forEach(this::add);
        fromFlags.forEach(this::add);
        Optional.ofNullable(assignments.get(Settings.CONFIG.name()))
                .filter(named -> Settings.CONFIG.parse(named.value()).isPresent())
                .ifPresent(this::addFile);
        Settings.ALL.forEach(setting -> setting.fallback()
                .ifPresent(value ->
                        assignments.putIfAbsent(setting.name(), new Assignment(setting.name(), value, "by default"))));
    }

    private void addFile(Assignment named) {
        ConfigurationFile file = ConfigurationFile.read(named);
        faults.addAll(file.faults());
        for (Assignment assignment : file.assignments()) {
            if (assignment.name().equals(Settings.CONFIG.name())) {
                faults.add(assignment + " cannot be set in a file");
            } else {
                judge(assignment);
                assignments.putIfAbsent(assignment.name(), assignment);
            }
        }
    }

    private void add(Assignment assignment) {
        judge(assignment);
        assignments.put(assignment.name(), assignment);
    }

    private void judge(Assignment assignment) {
        Settings.named(assignment.name())
                .map(setting -> fault(assignment, setting))
                .orElseGet(() -> Optional.of(unknown(assignment)))
                .ifPresent(faults::add);
    }

    private static String unknown(Assignment assignment) {
        return assignment + " is no setting; "
                + NearestName.of(assignment.name())
                        .map(name -> "did you mean " + name + "?")
                        .orElse("--help lists them");
    }

    private static Optional<String> fault(Assignment assignment, Setting<?> setting) {
        if (setting.parse(assignment.value()).isPresent()) {
            return Optional.empty();
        }
        String shown = setting.shown(assignment.value());
        return Optional.of(assignment + " must be " + setting.allowed()
                + (shown.equals(Setting.MASK) ? "" : ", not '" + shown + "'"));
    }

    private void checkCredentials() {
        find(Settings.DATABASE_URL).ifPresent(url -> {
            checkCredential(Settings.DATABASE_USER, url, url.namesUser());
            checkCredential(Settings.DATABASE_PASSWORD, url, url.holdsPassword());
        });
    }

    private void checkCredential(Setting<?> setting, DatabaseUrl url, boolean inUrl) {
        Assignment credential = assignments.get(setting.name());
        Assignment database = assignments.get(Settings.DATABASE_URL.name());
        if (credential != null && url.isSqlite()) {
            faults.add(credential + " is for PostgreSQL, but " + database + " names a SQLite file");
        } else if (credential != null && inUrl) {
            faults.add(credential + " is given in " + database + " as well");
        }
    }

    private <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(assignments.get(setting.name())).flatMap(given -> setting.parse(given.value()));
    }

    private <T> T value(Setting<T> setting) {
        return find(setting).orElseThrow();
    }

    private TrustedProxies proxies() {
        TrustedProxies proxies =
                find(Settings.TRUSTED_PROXIES).orElse(TrustedProxies.NONE).withFields(value(Settings.PROXY_FIELDS));
        return value(Settings.PROXY_PREFIX) ? proxies.withPrefix() : proxies;
    }

    private RateLimits rateLimits() {
        return assigned(Settings.RATE_LIMITS)
                .map(given -> RateLimits.parse(given.value(), fault -> faults.add(given + " has " + fault)))
                .orElse(RateLimits.NONE);
    }

    private TlsFiles tlsFiles() {
        return new TlsFiles(
                assigned(Settings.TLS_CERTIFICATE),
                assigned(Settings.TLS_KEY),
                assigned(Settings.TLS_KEY_STORE),
                assigned(Settings.TLS_KEY_STORE_PASSWORD));
    }

    private Optional<Assignment> assigned(Setting<?> setting) {
        return Optional.ofNullable(assignments.get(setting.name()))
                .filter(given -> setting.parse(given.value()).isPresent());
    }

    private Configuration configuration(Optional<Tls> tls, RateLimits rateLimits) {
        return new Configuration(
                value(Settings.HOST),
                value(Settings.PORT),
                tls,
                proxies(),
                rateLimits,
                new DatabaseSettings(
                        value(Settings.DATABASE_URL).value(),
                        find(Settings.DATABASE_USER),
                        find(Settings.DATABASE_PASSWORD),
                        value(Settings.DATABASE_POOL_SIZE)),
                value(Settings.RESPONSE_CHECKS),
                value(Settings.LOG_FORMAT),
                value(Settings.LOG_LEVEL),
                value(Settings.SHUTDOWN_DELAY),
                value(Settings.SHUTDOWN_DEADLINE));
    }

    private String description() {
        return Settings.ALL.stream()
                .map(setting -> Optional.ofNullable(assignments.get(setting.name()))
                        .map(given -> setting.name() + "=" + setting.shown(given.value()) + " (" + given.origin() + ")")
                        .orElse(setting.name() + " is not set"))
                .collect(Collectors.joining("\n"));
    }
}
