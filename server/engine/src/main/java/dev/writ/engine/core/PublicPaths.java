package dev.writ.engine.core;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths as the client knows them, where a proxy has cut off a prefix ({@link Request#prefix}): whoever answers speaks of paths
 * as the contract has them. References that are absolute, or relative to the request, are right as they are.
 */
final class PublicPaths {
    private static final List<String> ONE = List.of("Location", "Content-Location");
    /** A target of {@code Link} (RFC 8288, section 3), or what stands within quotes and is none. */
    private static final Pattern TARGET = Pattern.compile("\"(?:[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,100}+)\"|<([^<>]*)>");

    private PublicPaths() {}

    static Response of(Request request, Response response) {
        String prefix = request.prefix();
        if (prefix.isEmpty()) {
            return response;
        }
        Headers headers = response.headers();
        for (String name : ONE) {
            headers = headers.first(name).isPresent()
                    ? headers.with(name, reference(prefix, headers.first(name).get()))
                    : headers;
        }
        if (headers.first("Link").isPresent()) {
            List<String> links = headers.all("Link").stream()
                    .map(line ->
                            TARGET.matcher(line).replaceAll(found -> Matcher.quoteReplacement(link(prefix, found))))
                    .toList();
            headers = headers.with("Link", links);
        }
        return response.withHeaders(headers);
    }

    private static String link(String prefix, MatchResult found) {
        return found.group(1) == null ? found.group() : "<" + reference(prefix, found.group(1)) + ">";
    }

    private static String reference(String prefix, String text) {
        boolean path = text.startsWith("/") && !text.startsWith("//");
        return path ? prefix + text : text;
    }
}
