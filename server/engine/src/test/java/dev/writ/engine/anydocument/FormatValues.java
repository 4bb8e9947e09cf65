package dev.writ.engine.anydocument;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Texts of the formats of JSON Schema and OpenAPI, and texts that are clearly not of them. */
final class FormatValues {
    private static final Map<String, List<String>> VALID = Map.ofEntries(
            Map.entry("date", List.of("2024-02-29", "1999-12-31", "0001-01-01")),
            Map.entry(
                    "date-time",
                    List.of("2024-02-29T23:59:59Z", "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00")),
            Map.entry("time", List.of("23:59:59Z", "10:20:30+01:00")),
            Map.entry("duration", List.of("P3D", "PT36H", "P1Y2M3DT4H5M6S")),
            Map.entry("email", List.of("ann@example.org", "ann.b+c@mail.example.com")),
            Map.entry("idn-email", List.of("ann@example.org")),
            Map.entry("hostname", List.of("example.org", "a-1.example")),
            Map.entry("idn-hostname", List.of("example.org")),
            Map.entry("ipv4", List.of("192.0.2.1", "0.0.0.0", "255.255.255.255")),
            Map.entry("ipv6", List.of("2001:db8::1", "::1", "1:2:3:4:5:6:7:8")),
            Map.entry("uri", List.of("https://example.org/a/b?c=d#e", "urn:isbn:0451450523", "http://example.org")),
            Map.entry("iri", List.of("https://example.org/a")),
            Map.entry("uri-reference", List.of("/a/b?c", "https://example.org/", "a")),
            Map.entry("iri-reference", List.of("/a/b")),
            Map.entry("uri-template", List.of("/a/{b}", "http://example.org/{x}")),
            Map.entry("json-pointer", List.of("/a/b~1c", "/0")),
            Map.entry("relative-json-pointer", List.of("0", "1/a")),
            Map.entry("regex", List.of("^a+$", "[a-z]{2}")));
    private static final Map<String, List<String>> BROKEN = Map.of(
            "date", List.of("2023-02-29", "tomorrow", "2024-13-01"),
            "date-time", List.of("2024-02-29 noon", "2024-02-30T00:00:00Z", "2024-02-29T25:00:00Z"),
            "uuid", List.of("no-uuid", "123e4567-e89b-12d3-a456-42661417400g"),
            "email", List.of("nobody", "a@b@c"),
            "uri", List.of("a b", "/relative", "http://exa mple.org"),
            "ipv4", List.of("256.0.0.1", "1.2.3"),
            "ipv6", List.of("1:2:3", "g::1"),
            "hostname", List.of("-a.example", "a_b!"),
            "byte", List.of("*not base64*", "abc"));

    private FormatValues() {}

    /** Whether numbers of these formats have no fraction. */
    static boolean isWhole(Collection<String> formats) {
        return formats.contains("int32") || formats.contains("int64");
    }

    /** Empty if any text will do, as far as is known. */
    static List<String> valid(String format, Random random) {
        return switch (format) {
            case "uuid" ->
                List.of(new UUID(
                                (random.nextLong() & ~0xF000L) | 0x4000L,
                                (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L)
                        .toString());
            case "byte" ->
                List.of(Base64.getEncoder()
                        .encodeToString(Long.toString(random.nextLong()).getBytes(StandardCharsets.UTF_8)));
            default -> VALID.getOrDefault(format, List.of());
        };
    }

    static List<String> broken(String format) {
        return BROKEN.getOrDefault(format, List.of());
    }
}
