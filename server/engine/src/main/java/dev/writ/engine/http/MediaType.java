package dev.writ.engine.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type with its parameters (RFC 9110, section 8.3.1); everything in lower case but the values of parameters other than charset. */
public record MediaType(String type, String subtype, Map<String, String> parameters) {
    /** What content without a {@code Content-Type} may be taken for (RFC 9110, section 8.3). */
    public static final MediaType OCTET_STREAM = new MediaType("application", "octet-stream", Map.of());

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern ESSENCE = Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.){0,500}+)\"))?\\s*");

    private static final Remembered<Optional<MediaType>> PARSED = new Remembered<>(MediaType::read);

    public MediaType {
        parameters = Collections.unmodifiableMap(parameters);
    }

    /** Empty if it is none. */
    public static Optional<MediaType> parse(String text) {
        return PARSED.of(text);
    }

    private static Optional<MediaType> read(String text) {
        Matcher essence = ESSENCE.matcher(text);
        if (!essence.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        int at = essence.end();
        while (at < text.length()) {
            parameter.region(at, text.length());
            if (!parameter.lookingAt()) {
                return Optional.empty();
            }
            if (parameter.group(1) != null) {
                String value = parameter.group(2) != null
                        ? parameter.group(2)
                        : parameter.group(3).replaceAll("\\\\(.)", "$1");
                String name = parameter.group(1).toLowerCase(Locale.ROOT);
                parameters.put(name, name.equals("charset") ? value.toLowerCase(Locale.ROOT) : value);
            }
            at = parameter.end();
        }
        return Optional.of(new MediaType(
                essence.group(1).toLowerCase(Locale.ROOT), essence.group(2).toLowerCase(Locale.ROOT), parameters));
    }

    /** Type and subtype. */
    public String essence() {
        return type + "/" + subtype;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** True if the subtype, or both, may be anything. */
    public boolean isRange() {
        return subtype.equals("*");
    }

    /**
     * True if {@code other} is this type or in this range, and has its parameters. A {@code charset} that {@code other}
     * does not tell is as good as the one asked for.
     */
    public boolean includes(MediaType other) {
        boolean named = (type.equals("*") || type.equals(other.type)) && (isRange() || subtype.equals(other.subtype));
        return named && (parameters.isEmpty() || hasAll(other));
    }

    private boolean hasAll(MediaType other) {
        return parameters.entrySet().stream()
                .allMatch(asked -> other.parameter(asked.getKey())
                        .map(asked.getValue()::equals)
                        .orElse(asked.getKey().equals("charset")));
    }

    /** What this type or range and another range have in common. */
    public Optional<MediaType> within(MediaType range) {
        if (range.includes(this)) {
            return Optional.of(this);
        }
        return includes(range) ? Optional.of(range) : Optional.empty();
    }

    /** As a header field has it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(essence());
        parameters.forEach(
                (name, value) -> text.append(';').append(name).append('=').append(quoted(value)));
        return text.toString();
    }

    private static String quoted(String value) {
        return value.matches(TOKEN) ? value : '"' + value.replaceAll("([\\\\\"])", "\\\\$1") + '"';
    }

    public boolean isJson() {
        return (type.equals("application") && subtype.equals("json")) || subtype.endsWith("+json");
    }

    public boolean isXml() {
        return subtype.equals("xml") || subtype.endsWith("+xml");
    }
}
