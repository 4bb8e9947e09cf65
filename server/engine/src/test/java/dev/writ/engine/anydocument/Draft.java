package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ParameterWriter.Pair;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request in its parts, so that one of them can be broken. */
final class Draft {
    final Spec.Operation operation;
    /** What the handler must see. */
    final Map<Spec.Parameter, JsonNode> values = new LinkedHashMap<>();

    final Map<String, String> variables = new LinkedHashMap<>();
    final List<Pair> query = new ArrayList<>();
    Optional<String> wholeQuery = Optional.empty();
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final List<Pair> cookies = new ArrayList<>();
    String method;
    String base;
    Optional<String> otherPath = Optional.empty();
    Optional<byte[]> body = Optional.empty();
    Optional<JsonNode> json = Optional.empty();
    Optional<SentForm> form = Optional.empty();
    OptionalLong declaredLength = OptionalLong.empty();

    Draft(Spec.Operation operation, String base) {
        this.operation = operation;
        this.method = operation.method();
        this.base = base;
    }

    Draft copy() {
        Draft copy = new Draft(operation, base);
        copy.values.putAll(values);
        copy.variables.putAll(variables);
        copy.query.addAll(query);
        copy.wholeQuery = wholeQuery;
        copy.headers.putAll(headers);
        copy.cookies.addAll(cookies);
        copy.method = method;
        copy.otherPath = otherPath;
        copy.body = body;
        copy.json = json;
        copy.form = form;
        copy.declaredLength = declaredLength;
        return copy;
    }

    /** Sets a parameter; false if the specification does not say how to write that value. */
    boolean set(Spec.Parameter parameter, JsonNode value) {
        remove(parameter);
        boolean written = switch (parameter.in()) {
            case "path" ->
                ParameterWriter.path(parameter, value)
                        .filter(text -> !text.isEmpty() && !text.equals(".") && !text.equals(".."))
                        .map(text -> variables.put(parameter.name(), text) == null)
                        .isPresent();
            case "query" ->
                ParameterWriter.query(parameter, value).map(query::addAll).isPresent();
            case "header" ->
                ParameterWriter.header(parameter, value)
                        .map(text -> headers.put(parameter.name(), text) == null)
                        .isPresent();
            case "querystring" -> {
                wholeQuery = ParameterWriter.whole(parameter, value);
                yield wholeQuery.isPresent();
            }
            case "cookie" ->
                ParameterWriter.cookies(parameter, value).map(cookies::addAll).isPresent();
            default -> false;
        };
        if (written) {
            values.put(parameter, value);
        }
        return written;
    }

    void remove(Spec.Parameter parameter) {
        JsonNode before = values.remove(parameter);
        if (before == null) {
            return;
        }
        switch (parameter.in()) {
            case "path" -> variables.remove(parameter.name());
            case "query" ->
                query.removeAll(ParameterWriter.query(parameter, before).orElse(List.of()));
            case "header" -> headers.remove(parameter.name());
            case "querystring" -> wholeQuery = Optional.empty();
            default ->
                cookies.removeAll(ParameterWriter.cookies(parameter, before).orElse(List.of()));
        }
    }

    void setBody(String contentType, byte[] bytes) {
        headers.put("Content-Type", contentType);
        body = Optional.of(bytes);
    }

    void setJson(JsonNode value) {
        body = Optional.of(value.toString().getBytes(StandardCharsets.UTF_8));
        json = Optional.of(value);
    }

    void setForm(SentForm sent, FormBytes bytes) {
        bytes.putInto(this, sent);
        json = Optional.empty();
        form = Optional.of(sent);
    }

    String path() {
        if (otherPath.isPresent()) {
            return otherPath.get();
        }
        StringBuilder path = new StringBuilder(base);
        String template = operation.template();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = template.indexOf('}', Math.max(open, 0));
            if (open < 0 || close < 0) {
                break;
            }
            path.append(literal(template.substring(at, open)));
            path.append(variables.getOrDefault(template.substring(open + 1, close), "undeclared"));
            at = close + 1;
        }
        return path.append(literal(template.substring(at))).toString();
    }

    private static String literal(String text) {
        try {
            return new URI(null, null, text.isEmpty() ? "/" : text, null)
                    .toASCIIString()
                    .substring(text.isEmpty() ? 1 : 0);
        } catch (java.net.URISyntaxException e) {
            return ParameterWriter.encode(text);
        }
    }

    private Optional<String> queryText() {
        return query.isEmpty()
                ? wholeQuery
                : Optional.of(query.stream()
                        .map(pair -> pair.name() + "=" + pair.value())
                        .collect(Collectors.joining("&")));
    }

    private Map<String, String> allHeaders() {
        Map<String, String> all = new TreeMap<>(headers);
        if (!cookies.isEmpty()) {
            all.put(
                    "Cookie",
                    cookies.stream()
                            .map(pair -> pair.name() + "=" + pair.value())
                            .collect(Collectors.joining("; ")));
        }
        return all;
    }

    Request request() {
        Headers fields = Headers.none();
        for (Map.Entry<String, String> field : allHeaders().entrySet()) {
            fields = fields.with(field.getKey(), field.getValue());
        }
        byte[] bytes = body.orElse(new byte[0]);
        BodySource source = BodySource.of(bytes);
        OptionalLong length = declaredLength;
        if (length.isPresent()) {
            source = BodySource.of(length, InputStream.nullInputStream());
        }
        return new Request(
                UUID.randomUUID().toString(),
                "127.0.0.1",
                method,
                URI.create("http://localhost/"),
                path(),
                queryText(),
                fields,
                source);
    }

    /** As one would type it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("curl -X " + method + " 'http://localhost" + path());
        queryText().ifPresent(query -> text.append('?').append(query));
        text.append("'");
        allHeaders()
                .forEach((name, value) -> text.append(" -H '")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append("'"));
        body.ifPresent(bytes -> text.append(" --data-binary '")
                .append(new String(bytes, StandardCharsets.UTF_8))
                .append("'"));
        return text.length() <= 4000 ? text.toString() : text.substring(0, 4000) + "...";
    }
}
