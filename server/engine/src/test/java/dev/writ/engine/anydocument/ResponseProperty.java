package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Declared answers of a handler reach the client; those that break what is declared are a 500 with an id. */
final class ResponseProperty {
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);
    private static final int AT_LEAST = 3;

    private final Subject subject;
    private final SchemaSet schemas;
    private final Referee referee;
    private final Summary summary;
    private final Set<String> covered = new HashSet<>();

    ResponseProperty(Subject subject, SchemaSet schemas, Referee referee, Summary summary) {
        this.subject = subject;
        this.schemas = schemas;
        this.referee = referee;
        this.summary = summary;
    }

    void check(Draft request, Random random, Verdicts verdicts) {
        Draft draft = request.copy();
        draft.headers.remove("Accept");
        Map<String, Spec.Response> declared = request.operation.responses();
        for (Map.Entry<String, Spec.Response> each : declared.entrySet()) {
            Optional<Integer> status = status(each.getKey(), declared.keySet());
            if (status.isPresent()) {
                try {
                    check(status.get(), each.getValue(), draft, random, verdicts);
                } catch (Unsatisfiable | Unreadable e) {
                    summary.skip(
                            "no valid response: " + request.operation + " " + each.getKey() + ": " + e.getMessage());
                }
            }
        }
        IntStream.of(299, 418)
                .filter(status -> !speaks(declared.keySet(), status))
                .findFirst()
                .ifPresent(status -> fails("an undeclared status " + status, Response.of(status), draft, verdicts));
    }

    /** An answer that the operation may give; empty if none could be made. */
    Optional<Response> sample(Spec.Operation operation, Random random) {
        for (Map.Entry<String, Spec.Response> each : operation.responses().entrySet()) {
            Optional<Integer> status =
                    status(each.getKey(), operation.responses().keySet());
            try {
                if (status.isPresent() && status.get() < 500) {
                    return Optional.of(sample(status.get(), each.getValue(), random));
                }
            } catch (Unsatisfiable | Unreadable e) {
                // Told of when the responses are checked; another status may do.
            }
        }
        return Optional.empty();
    }

    private Response sample(int status, Spec.Response declared, Random random) throws Unsatisfiable {
        Response response = Response.of(status).withHeaders(headers(declared, random));
        Optional<String> json = Media.json(declared.content());
        if (WITHOUT_CONTENT.contains(status) || declared.content().isEmpty()) {
            return response;
        }
        if (json.isPresent()) {
            Optional<Node> schema = declared.content().get(json.get()).schema().map(schemas::of);
            String body = schema.isEmpty()
                    ? "{\"any\":1}"
                    : new ValueGenerator(schemas, referee, random, false, StringValues.TEXT)
                            .generate(schema.get(), Extent.SOME)
                            .toString();
            return with(response, Media.concrete(json.get()), body);
        }
        for (String type : declared.content().keySet()) {
            Optional<Media.Sample> sample = Media.sample(type);
            if (sample.isPresent()) {
                return with(response, sample.get().contentType(), sample.get().text());
            }
        }
        throw new Unsatisfiable("no body of " + declared.content().keySet());
    }

    private void check(int status, Spec.Response declared, Draft draft, Random random, Verdicts verdicts)
            throws Unsatisfiable {
        Response valid = sample(status, declared, random);
        passes(valid, draft, verdicts);
        Optional<String> json = Media.json(declared.content());
        if (json.isPresent() && !valid.content().isEmpty()) {
            Optional<Node> schema = declared.content().get(json.get()).schema().map(schemas::of);
            if (schema.isPresent()) {
                json(valid, Media.concrete(json.get()), schema.get(), draft, random, verdicts);
            }
            if (declared.content().keySet().stream()
                    .noneMatch(any -> any.startsWith("*/") || any.startsWith("text/"))) {
                fails("an undeclared media type", with(valid, "text/x-nothing", "nothing"), draft, verdicts);
            }
        }
    }

    private void json(Response valid, String type, Node schema, Draft draft, Random random, Verdicts verdicts)
            throws Unsatisfiable {
        int broken = 0;
        for (Extent extent : List.of(Extent.LEAST, Extent.ALL)) {
            JsonNode value =
                    new ValueGenerator(schemas, referee, random, false, StringValues.TEXT).generate(schema, extent);
            Response response = with(valid, type, value.toString());
            passes(response, draft, verdicts);
            for (String name : required(draft.operation, valid.status())) {
                fails(
                        "without the header " + name,
                        response.withHeaders(response.headers().without(name)),
                        draft,
                        verdicts);
            }
            for (Broken each : ValueBreaker.of(schema, value, schemas, referee, place -> true)) {
                if (covered.add(each.constraint()) || broken < AT_LEAST) {
                    broken++;
                    fails(
                            "broken answer: " + each,
                            with(valid, type, each.value().toString()),
                            draft,
                            verdicts);
                }
            }
        }
    }

    private Headers headers(Spec.Response declared, Random random) throws Unsatisfiable {
        Headers headers = Headers.none();
        for (Spec.Parameter header : declared.headers()) {
            Optional<String> text = Optional.empty();
            for (int attempt = 0;
                    attempt < 12 && text.isEmpty() && header.schema().isPresent();
                    attempt++) {
                boolean flat = header.contentType().isEmpty();
                JsonNode value = new ValueGenerator(schemas, referee, random, flat, StringValues.TOKEN)
                        .generate(schemas.of(header.schema().get()), Extent.SOME);
                text = ParameterWriter.header(header, value);
            }
            if (text.isEmpty() && header.required()) {
                throw new Unsatisfiable("no value for the header " + header.name());
            }
            if (text.isPresent()) {
                headers = headers.with(header.name(), text.get());
            }
        }
        return headers;
    }

    private static List<String> required(Spec.Operation operation, int status) {
        Spec.Response declared = operation.responses().get(Integer.toString(status));
        return declared == null
                ? List.of()
                : declared.headers().stream()
                        .filter(Spec.Parameter::required)
                        .map(Spec.Parameter::name)
                        .toList();
    }

    private static Response with(Response response, String type, String body) {
        Response answer = Response.of(response.status(), type, body.getBytes(StandardCharsets.UTF_8));
        Headers headers = response.headers().with("Content-Type", type);
        return answer.withHeaders(headers);
    }

    private void passes(Response answer, Draft draft, Verdicts verdicts) {
        subject.answerWith(answer);
        Response response = subject.send(draft);
        summary.count("valid responses");
        if (response.status() != answer.status()) {
            verdicts.disagree("a valid answer " + text(answer) + " is not passed on", draft, response);
        } else if (!answer.content().isEmpty()
                && Media.isJson(answer.headers().first("Content-Type").orElse(""))
                && !Json.same(identified(Verdicts.json(response)), identified(Verdicts.json(answer)))) {
            verdicts.disagree("a valid answer " + text(answer) + " is changed", draft, response);
        }
    }

    /** A problem may get an id on its way. */
    private static JsonNode identified(JsonNode body) {
        return body.isObject() ? ((ObjectNode) body).without("instance") : body;
    }

    private void fails(String what, Response answer, Draft draft, Verdicts verdicts) {
        subject.answerWith(answer);
        Response response = subject.send(draft);
        summary.count("broken responses");
        if (verdicts.isProblem(what + " " + text(answer), 500, draft, response)
                && !Verdicts.json(response).path("instance").asText().startsWith("urn:uuid:")) {
            verdicts.disagree(what + ": no id", draft, response);
        }
    }

    private static String text(Response answer) {
        return answer.status() + " " + answer.headers().first("Content-Type").orElse("") + " "
                + ValueGenerator.shortened(new String(answer.content().bytes(), StandardCharsets.UTF_8));
    }

    /** One that a declaration speaks of. */
    private static Optional<Integer> status(String key, Set<String> declared) {
        if (key.matches("[2-5]\\d\\d")) {
            return Optional.of(Integer.parseInt(key)).filter(status -> status != 304);
        }
        IntStream candidates = key.matches("[2-5]XX")
                ? IntStream.range(0, 100).map(i -> (key.charAt(0) - '0') * 100 + i)
                : IntStream.of(200, 400, 409, 422, 499);
        return candidates
                .filter(status -> status != 304 && status != 204 && status != 205 && status != 206)
                .filter(status -> !declared.contains(Integer.toString(status)))
                .filter(status -> !key.equals("default") || !declared.contains(status / 100 + "XX"))
                .boxed()
                .findFirst();
    }

    private static boolean speaks(Set<String> declared, int status) {
        return declared.contains("default")
                || declared.contains(status / 100 + "XX")
                || declared.contains(Integer.toString(status));
    }
}
