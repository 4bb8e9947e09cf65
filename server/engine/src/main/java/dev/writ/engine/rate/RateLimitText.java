package dev.writ.engine.rate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One limit as text, such as {@code createTask=10/5m by address}. */
final class RateLimitText {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final Pattern FORM = Pattern.compile(
            "(?<operation>[^\\s=]+)\\s*=\\s*(?<requests>[0-9]{1,9})\\s*/\\s*(?<count>[0-9]{1,9})?\\s*(?<unit>ms|s|m|h|d)"
                    + "(?:\\s+by\\s+(?<per>address|principal))?");

    private RateLimitText() {}

    static Optional<RateLimit> parse(String text, Consumer<String> fault) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            fault.accept(
                    "'" + text + "': it is not OPERATION=N/PERIOD, such as *=100/s by address or createTask=10/5m");
            return Optional.empty();
        }
        String count = Optional.ofNullable(form.group("count")).orElse("1");
        boolean byAddress = "address".equals(form.group("per"));
        try {
            return Optional.of(new RateLimit(
                    form.group("operation"),
                    Integer.parseInt(form.group("requests")),
                    Duration.of(Long.parseLong(count), UNITS.get(form.group("unit"))),
                    byAddress ? RateLimit.Per.ADDRESS : RateLimit.Per.PRINCIPAL));
        } catch (IllegalArgumentException e) {
            fault.accept("'" + text + "': " + e.getMessage());
            return Optional.empty();
        }
    }
}
