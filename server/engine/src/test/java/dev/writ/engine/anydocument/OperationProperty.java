package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import dev.writ.engine.core.Call;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Valid requests pass and reach the handler as they were meant; those that break a constraint do not. */
final class OperationProperty {
    private static final int AT_LEAST = 4;

    private final Subject subject;
    private final RequestMaker requests;
    private final SchemaSet schemas;
    private final Referee referee;
    private final Summary summary;
    /** Constraints that were broken already; each is once, however many operations share it. */
    private final Set<String> covered = new HashSet<>();

    private Optional<Integer> expected = Optional.empty();

    OperationProperty(Subject subject, RequestMaker requests, SchemaSet schemas, Referee referee, Summary summary) {
        this.subject = subject;
        this.requests = requests;
        this.schemas = schemas;
        this.referee = referee;
        this.summary = summary;
    }

    /** A valid request that passed, for others to be made of; empty if none could be made. */
    Optional<Draft> check(Spec.Operation operation, Optional<Response> answer, Random random, Verdicts verdicts) {
        subject.answerWith(answer.orElse(Response.of(204)));
        expected = answer.map(Response::status);
        Optional<Draft> full = Optional.empty();
        int broken = 0;
        for (Extent extent : Extent.values()) {
            try {
                Draft draft = requests.draft(operation, extent, random);
                if (passes("a valid request", draft, verdicts)) {
                    full = Optional.of(draft);
                    broken += breakParameters(draft, broken, verdicts);
                    broken += breakBody(draft, broken, verdicts);
                    broken += new TextContent(schemas, referee).refused(draft, random, subject, summary, verdicts);
                    checkForms(draft, extent, random, verdicts);
                }
            } catch (Unsatisfiable | Unreadable e) {
                summary.skip("no valid request: " + operation + ": " + e.getMessage());
            }
        }
        if (full.isPresent()) {
            sendExamples(full.get(), verdicts);
        }
        return full;
    }

    private static Spec.Media media(Draft draft, SentForm form) {
        return draft.operation.body().orElseThrow().content().get(form.type());
    }

    private boolean passes(String what, Draft draft, Verdicts verdicts) {
        Response response = subject.send(draft);
        summary.count("valid requests");
        if (subject.called().isEmpty()) {
            verdicts.disagree(what + " is refused", draft, response);
            return false;
        }
        if (expected.isPresent() && response.status() != expected.get()) {
            verdicts.disagree(
                    what + " is answered with " + response.status() + " instead of " + expected.get(), draft, response);
        }
        Call call = subject.called().get();
        if (!call.operation().operationId().equals(draft.operation.id())) {
            verdicts.disagree(
                    what + " goes to " + call.operation() + " instead of " + draft.operation.id(), draft, response);
            return false;
        }
        for (Parameter parameter : call.operation().parameters()) {
            draft.operation.parameters().stream()
                    .filter(own ->
                            own.in().equals(parameter.in().text()) && own.name().equals(parameter.name()))
                    .forEach(own -> compare(own, call.arguments().value(parameter), draft, response, verdicts));
        }
        if (draft.json.isPresent()
                && !subject.body()
                        .map(body -> Json.same(body, draft.json.get()))
                        .orElse(false)) {
            verdicts.disagree(what + ": the body arrives as " + subject.body(), draft, response);
        }
        draft.form
                .flatMap(form ->
                        new FormComparison(form, media(draft, form), schemas, referee).difference(subject.body()))
                .ifPresent(difference -> verdicts.disagree(what + ": " + difference, draft, response));
        return true;
    }

    private void compare(
            Spec.Parameter parameter, Optional<JsonNode> got, Draft draft, Response response, Verdicts verdicts) {
        JsonNode sent = draft.values.get(parameter);
        if (sent == null) {
            Optional<JsonNode> defaultValue = parameter
                    .schema()
                    .map(schema -> schema.json().get("default"))
                    .filter(value ->
                            referee.accepts(schemas.of(parameter.schema().get()), value));
            boolean same = defaultValue.isEmpty()
                    || got.map(value -> Json.same(value, defaultValue.get())).orElse(false);
            if (!same) {
                verdicts.disagree(parameter + ": its default arrives as " + got, draft, response);
            }
            return;
        }
        boolean same = got.isPresent()
                && (Json.same(got.get(), sent)
                        || (Readings.text(sent).equals(Readings.text(got.get()))
                                && referee.accepts(schemas.of(parameter.schema().orElseThrow()), got.get())));
        if (!same) {
            verdicts.disagree(parameter + ": " + sent + " arrives as " + got, draft, response);
        }
    }

    private int breakParameters(Draft valid, int before, Verdicts verdicts) {
        int count = 0;
        for (Spec.Parameter parameter : List.copyOf(valid.values.keySet())) {
            Node schema = schemas.of(parameter.schema().orElseThrow());
            int already = before + count;
            for (Broken broken :
                    ValueBreaker.of(schema, valid.values.get(parameter), schemas, referee, place -> true)) {
                Draft draft = valid.copy();
                boolean styled = parameter.isText();
                if ((covered.contains(broken.constraint()) && already >= AT_LEAST)
                        || (styled && Readings.anyValid(broken, schema, referee))
                        || (styled && Readings.isLost(parameter, broken))
                        || !draft.set(parameter, broken.value())
                        || requests.belongsElsewhere(draft)) {
                    continue;
                }
                covered.add(broken.constraint());
                count++;
                summary.count("broken parameters");
                Broken told = styled ? Readings.certain(broken, valid.values.get(parameter), schema, referee) : broken;
                verdicts.refuses(parameter.in(), Optional.of(parameter.name()), told, draft, subject.send(draft));
            }
        }
        return count;
    }

    private int breakBody(Draft valid, int before, Verdicts verdicts) {
        Optional<Node> schema = bodySchema(valid.operation);
        if (valid.json.isEmpty() || schema.isEmpty()) {
            return 0;
        }
        int count = 0;
        int[] again = {AT_LEAST - before};
        Predicate<String> wanted = place -> !covered.contains(place) || again[0]-- > 0;
        for (Broken broken : ValueBreaker.of(schema.get(), valid.json.get(), schemas, referee, wanted)) {
            covered.add(broken.constraint());
            count++;
            Draft draft = valid.copy();
            draft.setJson(broken.value());
            summary.count("broken bodies");
            verdicts.refuses("body", Optional.empty(), broken, draft, subject.send(draft));
        }
        return count;
    }

    private void checkForms(Draft base, Extent extent, Random random, Verdicts verdicts) {
        for (String type : FormTypes.of(base.operation.body())) {
            Spec.Media media = base.operation.body().orElseThrow().content().get(type);
            FormMaker maker = new FormMaker(schemas, referee, random);
            try {
                Draft draft = base.copy();
                draft.setForm(maker.make(type, media, extent), new FormBytes(random));
                summary.count("valid forms");
                if (passes("a valid form", draft, verdicts)) {
                    FormProperty property = new FormProperty(media, maker, schemas, referee, random);
                    property.breakConstraints(draft, covered, subject, summary, verdicts);
                    new HostileForms(draft, media, random, subject, summary, verdicts).send();
                }
            } catch (Unsatisfiable | Unreadable e) {
                summary.skip("no valid form: " + base.operation + ": " + e.getMessage());
            }
        }
    }

    private void sendExamples(Draft valid, Verdicts verdicts) {
        for (Spec.Parameter parameter : valid.operation.parameters()) {
            for (JsonNode example : parameter.examples()) {
                Draft draft = valid.copy();
                boolean usable = parameter.schema().isPresent()
                        && referee.accepts(schemas.of(parameter.schema().get()), example)
                        && !(example.isTextual() && example.asText().isEmpty());
                if (usable && draft.set(parameter, example)) {
                    passes("an example of " + parameter, draft, verdicts);
                } else {
                    summary.count("examples that are not valid or cannot be written");
                }
            }
        }
        Optional<Node> schema = bodySchema(valid.operation);
        if (valid.json.isPresent() && schema.isPresent()) {
            Spec.Body body = valid.operation.body().orElseThrow();
            for (JsonNode example :
                    body.content().get(Media.json(body.content()).orElseThrow()).examples()) {
                if (!referee.accepts(schema.get(), example) || Foreign.isIn(example, schema.get(), schemas)) {
                    summary.count("examples that are not valid or cannot be written");
                    continue;
                }
                Draft draft = valid.copy();
                draft.setJson(example);
                passes("an example of the body", draft, verdicts);
            }
        }
    }

    private Optional<Node> bodySchema(Spec.Operation operation) {
        return operation
                .body()
                .flatMap(body -> Media.json(body.content())
                        .flatMap(type -> body.content().get(type).schema())
                        .map(schemas::of));
    }
}
