package dev.writ.engine.core;

import dev.writ.engine.http.AcceptEncoding;
import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes the content of answers as gzip where the client prefers that (RFC 9110, section 12.5.3). The coded form has a tag of
 * its own (section 8.8.3.3), which handlers never see; a client may show either, as long as it still takes what it has.
 * Never coded: what comes in pieces or is a part, what has a coding already, and {@code no-transform}.
 *
 * @param on whether anything is coded at all
 * @param leastBytes of content that is worth it
 */
record AnswerCoding(boolean on, int leastBytes) {
    static final AnswerCoding NONE = new AnswerCoding(false, 0);

    private static final ContentCoding CODING = ContentCoding.GZIP;
    private static final String SUFFIX = "--" + CODING.token() + '"';
    private static final Pattern CODED_TAG = Pattern.compile(Pattern.quote(SUFFIX) + "(?=\\s*(?:,|$))");
    private static final Pattern NO_TRANSFORM = Pattern.compile("(?i)(?:^|[,\\s])no-transform(?:$|[,\\s;])");
    private static final Set<String> APPLICATION = Set.of(
            "json",
            "xml",
            "yaml",
            "x-yaml",
            "javascript",
            "jsonl",
            "x-ndjson",
            "json-seq",
            "x-www-form-urlencoded",
            "graphql",
            "sql",
            "toml",
            "rtf",
            "wasm");

    /** The request as its handler sees it: tags of coded forms are those of the content. */
    Request understood(Request request) {
        return on ? request.withHeaders(plain("If-None-Match", plain("If-Match", request.headers()))) : request;
    }

    private static Headers plain(String name, Headers headers) {
        boolean readable = name.equals("If-Match") || headers.acceptEncoding().accepts(CODING);
        return headers.combined(name)
                .filter(tags -> readable && tags.contains(SUFFIX))
                .map(tags -> headers.with(name, CODED_TAG.matcher(tags).replaceAll("\"")))
                .orElse(headers);
    }

    /** The answer, coded if the client wants it so. */
    Response coded(Request request, Response response) {
        if (!isCodable(response)) {
            return response;
        }
        boolean worth = isWorthIt(response) && isLarge(response);
        AcceptEncoding accepted = request.headers().acceptEncoding();
        return accepted.prefers(CODING) && (worth || accepted.refusesIdentity())
                ? new Response(
                        response.status(),
                        response.headers().varying("Accept-Encoding").with("Content-Encoding", CODING.token()),
                        response.content().coded(CODING))
                : response.withHeaders(varied(request, response));
    }

    /** The fields of an answer: with {@code Vary} if what the client asks for may have a say in them. */
    Headers varied(Request request, Response response) {
        AcceptEncoding accepted = request.headers().acceptEncoding();
        boolean chosen = isCodable(response)
                && (isWorthIt(response) || (accepted.prefers(CODING) && accepted.refusesIdentity()));
        return chosen ? response.headers().varying("Accept-Encoding") : response.headers();
    }

    /** {@code coded} with a tag of its own if it is another form of {@code plain} than that itself. */
    static Response tagged(Response plain, Response coded) {
        return coded.content() == plain.content()
                ? coded
                : coded.withHeader(
                        "ETag", codedTag(coded.headers().first("ETag").orElse("")));
    }

    /** The tags of the forms of an answer that the client takes, that of the one it would get first. */
    List<String> forms(Request request, Response response, String plain) {
        AcceptEncoding accepted = request.headers().acceptEncoding();
        List<String> forms = forms(response, plain);
        if (forms.size() == 1 || !accepted.accepts(CODING)) {
            return List.of(plain);
        }
        return accepted.prefers(CODING) ? List.of(forms.get(1), plain) : forms;
    }

    /** The tags of all forms of an answer, that of the content as it is first. */
    List<String> forms(Response response, String plain) {
        return on && isWhole(response) ? List.of(plain, codedTag(plain)) : List.of(plain);
    }

    /** A 304 by the handler itself, with the tag that the client has shown. */
    Headers notModified(Request request, Headers headers) {
        if (!on) {
            return headers;
        }
        Response bare = Response.of(304);
        Headers varied = headers.varying("Accept-Encoding");
        return headers.first("ETag")
                .filter(plain -> !plain.equals(codedTag(plain)))
                .flatMap(plain -> new Preconditions(request, bare, this).shown(forms(request, bare, plain)))
                .map(tag -> varied.with("ETag", tag))
                .orElse(varied);
    }

    /** A weak tag is that of all forms. */
    private static String codedTag(String plain) {
        return plain.startsWith("\"") && plain.endsWith("\"") && plain.length() > 1
                ? plain.substring(0, plain.length() - 1) + SUFFIX
                : plain;
    }

    private boolean isCodable(Response response) {
        return on && !response.content().isEmpty() && isWhole(response);
    }

    private static boolean isWhole(Response response) {
        Headers headers = response.headers();
        return response.content().pieces().isEmpty()
                && response.status() != 206
                && headers.first("Content-Range").isEmpty()
                && headers.first("Content-Encoding").isEmpty()
                && headers.combined("Cache-Control")
                        .filter(value -> NO_TRANSFORM.matcher(value).find())
                        .isEmpty();
    }

    private boolean isLarge(Response response) {
        return response.content().bytes().length >= leastBytes;
    }

    private static boolean isWorthIt(Response response) {
        return response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .filter(AnswerCoding::isText)
                .isPresent();
    }

    private static boolean isText(MediaType type) {
        String subtype = type.subtype().toLowerCase(Locale.ROOT);
        String suffix = subtype.substring(subtype.lastIndexOf('+') + 1);
        return type.type().equals("text")
                || (type.type().equals("application") && APPLICATION.contains(subtype))
                || (suffix.length() < subtype.length()
                        && List.of("json", "xml", "yaml").contains(suffix));
    }
}
