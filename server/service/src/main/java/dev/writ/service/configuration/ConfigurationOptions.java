package dev.writ.service.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * The configuration as a command gets at it: what the command line says comes before the environment, that before the
 * file, that before the default. Not thread-safe.
 */
public final class ConfigurationOptions {
    private final Map<String, String> environment;
    private final Map<String, OptionSpec> options = new HashMap<>();

    /**
     * Options that nothing has been given to yet.
     *
     * @param environment of which only names that begin with {@code WRIT_} count
     */
    public ConfigurationOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Gives a command the options that set something, and a help that lists all settings. The option that names the
     * file is an option of all commands below it as well.
     */
    public void addTo(CommandSpec command) {
        for (Setting<?> setting : Settings.ALL) {
            setting.flag().ifPresent(flag -> {
                OptionSpec option = OptionSpec.builder(flag.name())
                        .paramLabel(flag.label())
                        .type(String.class)
                        .description(setting.meaning())
                        .scopeType(setting.equals(Settings.CONFIG) ? ScopeType.INHERIT : ScopeType.LOCAL)
                        .build();
                command.addOption(option);
                options.put(setting.name(), option);
            });
        }
        command.usageMessage()
                .footerHeading("%nSettings, from the strongest: options, the environment, the file, the default:%n")
                .footer(Settings.ALL.stream()
                        .flatMap(ConfigurationOptions::help)
                        .toArray(String[]::new));
    }

    /**
     * Reads all sources. To be called once the command line is parsed.
     *
     * @throws ConfigurationException listing every fault of every source
     */
    public EffectiveConfiguration read() {
        Map<String, String> flags = new HashMap<>();
        options.forEach((name, option) -> {
            @Nullable String value = option.getValue();
            if (value != null) {
                flags.put(name, value);
            }
        });
        return ConfigurationReader.read(flags, environment);
    }

    private static Stream<String> help(Setting<?> setting) {
        return Stream.of(
                "  " + setting.name() + ": " + setting.allowed(),
                "      " + setting.meaning()
                        + setting.fallback()
                                .map(value -> "; by default " + value)
                                .orElse(""));
    }
}
