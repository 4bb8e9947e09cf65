package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Declared answers of a handler reach the client; those that break what is declared are a 500 with an id. */
final class ResponseProperty {
    private static final int AT_LEAST = 3;

    private final Subject subject;
    private final SchemaSet schemas;
    private final Referee referee;
    private final Summary summary;
    private final ResponseMaker responses;
    private final Set<String> covered = new HashSet<>();

    ResponseProperty(Subject subject, SchemaSet schemas, Referee referee, Summary summary) {
        this.subject = subject;
        this.schemas = schemas;
        this.referee = referee;
        this.summary = summary;
        this.responses = new ResponseMaker(schemas, referee);
    }

    /** An answer that the operation may give; empty if none could be made. */
    Optional<Response> sample(Spec.Operation operation, Random random) {
        return responses.sample(operation, random);
    }

    void check(Draft request, Random random, Verdicts verdicts) {
        Draft draft = request.copy();
        draft.headers.remove("Accept");
        Map<String, Spec.Response> declared = request.operation.responses();
        for (Map.Entry<String, Spec.Response> each : declared.entrySet()) {
            Optional<Integer> status = ResponseMaker.status(each.getKey(), declared.keySet());
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

    private void check(int status, Spec.Response declared, Draft draft, Random random, Verdicts verdicts)
            throws Unsatisfiable {
        Response valid = responses.sample(status, declared, random);
        if (draft.method.equals("HEAD")) {
            passes(valid.withContent(Content.empty()), draft, verdicts);
            return;
        }
        passes(valid, draft, verdicts);
        Optional<String> json = Media.json(declared.content());
        if (json.isPresent() && !valid.content().isEmpty()) {
            Optional<Node> schema = declared.content().get(json.get()).schema().map(schemas::of);
            if (schema.isPresent()) {
                json(valid, Media.concrete(json.get()), schema.get(), draft, random, verdicts);
            }
            if (declared.content().keySet().stream()
                    .noneMatch(any -> any.startsWith("*/") || any.startsWith("text/"))) {
                fails(
                        "an undeclared media type",
                        ResponseMaker.with(valid, "text/x-nothing", "nothing"),
                        draft,
                        verdicts);
            }
        }
    }

    private void json(Response valid, String type, Node schema, Draft draft, Random random, Verdicts verdicts)
            throws Unsatisfiable {
        int[] again = {AT_LEAST};
        Predicate<String> wanted = place -> !covered.contains(place) || again[0]-- > 0;
        for (Extent extent : List.of(Extent.LEAST, Extent.ALL)) {
            JsonNode value = responses.value(schema, extent, random);
            Response response = ResponseMaker.with(valid, type, value.toString());
            passes(response, draft, verdicts);
            for (String name : required(draft.operation, valid.status())) {
                fails(
                        "without the header " + name,
                        response.withHeaders(response.headers().without(name)),
                        draft,
                        verdicts);
            }
            for (Broken each : ValueBreaker.of(schema, value, schemas, referee, wanted)) {
                covered.add(each.constraint());
                fails(
                        "broken answer: " + each,
                        ResponseMaker.with(valid, type, each.value().toString()),
                        draft,
                        verdicts);
            }
        }
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
                + Json.shortened(new String(answer.content().bytes(), StandardCharsets.UTF_8));
    }

    private static boolean speaks(Set<String> declared, int status) {
        return declared.contains("default")
                || declared.contains(status / 100 + "XX")
                || declared.contains(Integer.toString(status));
    }
}
