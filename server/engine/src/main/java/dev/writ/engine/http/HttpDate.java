package dev.writ.engine.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Dates of header fields (RFC 9110, section 5.6.7), to the second. */
public final class HttpDate {
    private static final int YEARS_BACK = 50;
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final DateTimeFormatter FIXED =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US);

    private HttpDate() {}

    public static String of(Instant instant) {
        return FIXED.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** In any of the three forms that servers have to read; empty if it is none. */
    public static Optional<Instant> parse(String text) {
        return Stream.of(FIXED, rfc850(), ASCTIME)
                .flatMap(format -> parse(text, format).stream())
                .findFirst();
    }

    /**
     * Whether what was changed last at {@code modified} cannot have changed again since with the same date, so that the date
     * is as good as a strong validator (RFC 9110, section 8.8.2.2). Clocks tick once a second at worst.
     */
    public static boolean isSettled(Instant modified, Instant now) {
        return modified.plus(SETTLED).isBefore(now);
    }

    /** An instant as a field would have it. */
    public static Instant rounded(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of two digits of a year that would be far in the future the past is meant. */
    private static DateTimeFormatter rfc850() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, Year.now(ZoneOffset.UTC).getValue() - YEARS_BACK)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US);
    }

    private static List<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return List.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return List.of();
        }
    }
}
