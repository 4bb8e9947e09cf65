package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Header;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks the declared header fields of one response, or of a part of a body. Several fields of a name are one value (RFC 9110, section 5.3), but
 * for {@code Set-Cookie}, of which each is judged by itself. Thread-safe.
 */
public final class HeaderChecker {
    private static final String SET_COOKIE = "Set-Cookie";
    private final Map<Header, ValueReader> readers = new LinkedHashMap<>();

    /** Compiles the schemas. {@code Content-Type} is not among them (OpenAPI 3.1, section 4.8.17). */
    public HeaderChecker(
            List<Header> declared, SchemaCompiler compiler, Direction direction, Schemas schemas, JsonLimits limits) {
        ReaderFactory factory = new ReaderFactory(limits, name -> false);
        for (Header header : declared) {
            if (!header.name().equalsIgnoreCase("Content-Type")) {
                TextConverter converter = new TextConverter(
                        header.schema(), compiler.compile(header.schema(), direction), schemas, limits);
                Function<Sent, List<String>> raws = isSetCookie(header)
                        ? HeaderChecker::oneCookie
                        : sent ->
                                sent.headers().combined(header.name()).stream().toList();
                readers.put(header, factory.ofHeader(header.serialization(), raws, converter));
            }
        }
    }

    private static boolean isSetCookie(Header header) {
        return header.name().equalsIgnoreCase(SET_COOKIE);
    }

    private static List<String> oneCookie(Sent sent) {
        return sent.headers().first(SET_COOKIE).stream().toList();
    }

    public void check(Headers headers, Violations violations) {
        readers.forEach((header, reader) -> occurrences(header, headers).forEach(sent -> {
            NamedViolations named = new NamedViolations("header", header.name(), header.place());
            reader.read(new Sent(Map.of(), Pairs.NONE, sent, Pairs.NONE))
                    .<Runnable>fold(
                            () -> () -> {
                                if (header.required()) {
                                    named.required(violations);
                                }
                            },
                            () -> () -> {},
                            value -> () -> {},
                            errors -> () -> named.add(errors, violations))
                    .run();
        }));
    }

    private static List<Headers> occurrences(Header header, Headers headers) {
        List<String> cookies = headers.all(SET_COOKIE);
        if (!isSetCookie(header) || cookies.size() < 2) {
            return List.of(headers);
        }
        List<Headers> each = new ArrayList<>();
        cookies.forEach(cookie -> each.add(Headers.of(SET_COOKIE, cookie)));
        return each;
    }
}
