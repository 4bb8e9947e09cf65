package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Sequences of items pass if each item is valid by itself, and not if one is not, in requests and in answers. */
final class SequenceProperty {
    private static final int MAX_BROKEN = 12;

    private final Subject subject;
    private final Summary summary;
    private final Random random;
    private final Verdicts verdicts;

    SequenceProperty(Subject subject, Summary summary, Random random, Verdicts verdicts) {
        this.subject = subject;
        this.summary = summary;
        this.random = random;
        this.verdicts = verdicts;
    }

    void checkRequests(Draft base, SchemaSet schemas, Referee referee) {
        Map<String, Spec.Media> content =
                base.operation.body().map(Spec.Body::content).orElse(Map.of());
        for (Map.Entry<String, Spec.Media> media : content.entrySet()) {
            for (String type : SequenceWriter.types(media.getKey())) {
                try {
                    Node schema = item(media.getValue(), schemas);
                    List<JsonNode> items = items(schema, schemas, referee, type);
                    valid(base, type, items);
                    for (BrokenItem broken : broken(schema, items, schemas, referee, type)) {
                        summary.count("broken items");
                        Draft draft = base.copy();
                        draft.setBody(type, bytes(type, broken.items));
                        verdicts.refuses("body", Optional.empty(), broken.broken, draft, subject.send(draft));
                    }
                    malformed(base, type, items);
                } catch (Unsatisfiable | Unreadable e) {
                    summary.skip("no items: " + base.operation + ": " + e.getMessage());
                }
            }
        }
    }

    private void valid(Draft base, String type, List<JsonNode> items) {
        Draft draft = base.copy();
        draft.json = Optional.empty();
        draft.form = Optional.empty();
        draft.setBody(type, bytes(type, items));
        Response response = subject.send(draft);
        summary.count("valid sequences");
        boolean same = subject.called().isPresent() && subject.items().size() == items.size();
        for (int i = 0; same && i < items.size(); i++) {
            same = Json.same(subject.items().get(i), items.get(i));
        }
        if (!same) {
            verdicts.disagree("valid items arrive as " + subject.items(), draft, response);
        }
    }

    /** The first items are whole, and the last is not. */
    private void malformed(Draft base, String type, List<JsonNode> items) {
        if (type.equals("text/event-stream")) {
            return;
        }
        for (String wrong : List.of("{\"a\":", "[1] [2]", "{'a':1}", "{\"a\":1,\"a\":2}", "nul", "\u00e9")) {
            Draft draft = base.copy();
            String before = new String(bytes(type, items), StandardCharsets.UTF_8);
            String separator = type.equals("application/json-seq") ? "\u001e" : "\n";
            draft.setBody(type, (before + separator + wrong + "\n").getBytes(StandardCharsets.UTF_8));
            summary.count("hostile sequences");
            verdicts.isProblem("an item that is no JSON: " + wrong, 400, draft, subject.send(draft));
        }
    }

    void checkAnswers(Draft request, SchemaSet schemas, Referee referee) {
        Map<String, Spec.Response> declared = request.operation.responses();
        for (Map.Entry<String, Spec.Response> each : declared.entrySet()) {
            Optional<Integer> status = ResponseMaker.status(each.getKey(), declared.keySet());
            boolean plain = each.getValue().headers().stream().noneMatch(Spec.Parameter::required);
            if (status.isEmpty() || !plain || request.method.equals("HEAD")) {
                continue;
            }
            each.getValue()
                    .content()
                    .forEach((range, media) -> SequenceWriter.types(range)
                            .forEach(type -> checkAnswer(request, status.get(), type, media, schemas, referee)));
        }
    }

    private void checkAnswer(
            Draft request, int status, String type, Spec.Media media, SchemaSet schemas, Referee referee) {
        Draft draft = request.copy();
        draft.headers.remove("Accept");
        try {
            Node schema = item(media, schemas);
            List<JsonNode> items = items(schema, schemas, referee, type);
            subject.answerWith(Response.of(status, type, bytes(type, items)));
            summary.count("valid answers of items");
            Response passed = subject.send(draft);
            if (passed.status() != status) {
                verdicts.disagree("valid items " + items + " are not passed on", draft, passed);
            }
            for (BrokenItem broken : broken(schema, items, schemas, referee, type)) {
                subject.answerWith(Response.of(status, type, bytes(type, broken.items)));
                summary.count("broken answers of items");
                verdicts.isProblem("broken item " + broken.broken, 500, draft, subject.send(draft));
            }
        } catch (Unsatisfiable | Unreadable e) {
            summary.skip("no items: " + request.operation + ": " + e.getMessage());
        }
    }

    private static Node item(Spec.Media media, SchemaSet schemas) throws Unsatisfiable {
        return schemas.of(media.items().orElseThrow(() -> new Unsatisfiable("no schema")));
    }

    private List<JsonNode> items(Node schema, SchemaSet schemas, Referee referee, String type) throws Unsatisfiable {
        List<JsonNode> items = new ArrayList<>();
        for (Extent extent : Extent.values()) {
            JsonNode item =
                    new ValueGenerator(schemas, referee, random, false, StringValues.TEXT).generate(schema, extent);
            if (SequenceWriter.canWrite(type, item)) {
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            throw new Unsatisfiable("no item that " + type + " can have");
        }
        return items;
    }

    private byte[] bytes(String type, List<JsonNode> items) {
        return SequenceWriter.written(type, items, random).getBytes(StandardCharsets.UTF_8);
    }

    private record BrokenItem(List<JsonNode> items, Broken broken) {}

    /** Of one of them, wherever it stands. */
    private List<BrokenItem> broken(
            Node schema, List<JsonNode> items, SchemaSet schemas, Referee referee, String type) {
        List<BrokenItem> all = new ArrayList<>();
        int last = items.size() - 1;
        for (Broken broken : ValueBreaker.of(schema, items.get(last), schemas, referee, place -> true)) {
            if (all.size() < MAX_BROKEN && SequenceWriter.canWrite(type, broken.value())) {
                int index = random.nextInt(items.size());
                List<JsonNode> changed = new ArrayList<>(items);
                changed.set(index, broken.value());
                all.add(new BrokenItem(
                        changed,
                        new Broken(
                                broken.value(),
                                "/" + index + (type.equals("text/event-stream") ? "/data" : "") + broken.pointer(),
                                broken.keyword(),
                                broken.constraint(),
                                broken.certain())));
            }
        }
        return all;
    }
}
