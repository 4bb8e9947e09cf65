package dev.writ.engine.schema.format;

import dev.writ.engine.schema.FormatChecker;
import dev.writ.engine.schema.pattern.EcmaPattern;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The formats that the engine knows (JSON Schema Validation 2020-12, section 7.3; OpenAPI Format Registry). {@code binary} and
 * {@code password} say nothing of a value, so they are not among them.
 */
public final class KnownFormats {
    private static final Map<String, FormatChecker> FORMATS = Map.ofEntries(
            text("date", DateTimes::isDate),
            text("time", DateTimes::isTime),
            text("date-time", DateTimes::isDateTime),
            text("duration", Durations::isDuration),
            text("uuid", Uuids::isUuid),
            text("email", Emails::isEmail),
            text("idn-email", Emails::isInternationalEmail),
            text("hostname", Hostnames::isHostname),
            text("idn-hostname", Hostnames::isInternationalHostname),
            text("ipv4", Addresses::isIpv4),
            text("ipv6", Addresses::isIpv6),
            text("uri", Uris.URI::isAbsolute),
            text("uri-reference", Uris.URI::isReference),
            text("iri", Uris.IRI::isAbsolute),
            text("iri-reference", Uris.IRI::isReference),
            text("uri-template", UriTemplates::isTemplate),
            text("json-pointer", JsonPointers::isPointer),
            text("relative-json-pointer", JsonPointers::isRelative),
            text("regex", EcmaPattern::isStrictlyValid),
            text("byte", Base64Text::isBase64),
            Map.entry("int32", Numbers::isInt32),
            Map.entry("int64", Numbers::isInt64),
            Map.entry("float", Numbers::isFloat),
            Map.entry("double", Numbers::isDouble));

    private KnownFormats() {}

    /** Empty if nobody knows what the name means. */
    public static Optional<FormatChecker> find(String name) {
        return Optional.ofNullable(FORMATS.get(name));
    }

    /** All that {@link #find} finds. */
    public static Set<String> names() {
        return FORMATS.keySet();
    }

    private static Map.Entry<String, FormatChecker> text(String name, Predicate<String> format) {
        return Map.entry(name, value -> !value.isTextual() || format.test(value.textValue()));
    }
}
