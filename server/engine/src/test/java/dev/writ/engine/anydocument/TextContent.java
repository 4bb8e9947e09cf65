package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Content that is neither JSON nor to be checked, and plain text, which its schema judges as one value. */
final class TextContent {
    private final SchemaSet schemas;
    private final Referee referee;

    TextContent(SchemaSet schemas, Referee referee) {
        this.schemas = schemas;
        this.referee = referee;
    }

    /** A body in the first of these media types in which one can be made. */
    Media.Sample sample(Map<String, Spec.Media> content, Random random) throws Unsatisfiable {
        for (Map.Entry<String, Spec.Media> media : content.entrySet()) {
            Optional<Node> schema = judged(media.getKey(), media.getValue());
            if (schema.isPresent()) {
                return new Media.Sample(Media.concrete(media.getKey()), text(schema.get(), random));
            }
            Optional<Media.Sample> sample = Media.sample(media.getKey());
            if (sample.isPresent()) {
                return sample.get();
            }
        }
        throw new Unsatisfiable("no body of " + content.keySet());
    }

    /** Sends texts that the media type of a valid request forbids; returns how many. */
    int refused(Draft valid, Random random, Subject subject, Summary summary, Verdicts verdicts) throws Unsatisfiable {
        if (valid.body.isEmpty() || valid.json.isPresent() || valid.form.isPresent()) {
            return 0;
        }
        List<Broken> all = broken(valid.operation.body().orElseThrow().content(), random);
        for (Broken broken : all) {
            Draft draft = valid.copy();
            draft.body = Optional.of(broken.value().asText().getBytes(StandardCharsets.UTF_8));
            summary.count("broken bodies");
            verdicts.refuses("body", Optional.empty(), broken, draft, subject.send(draft));
        }
        return all.size();
    }

    /** Texts that the first of these media types forbids, where its schema knows strings alone. */
    private List<Broken> broken(Map<String, Spec.Media> content, Random random) throws Unsatisfiable {
        Map.Entry<String, Spec.Media> first = content.entrySet().iterator().next();
        Optional<Node> schema = judged(first.getKey(), first.getValue())
                .filter(node -> node.json().path("type").asText().equals("string"));
        if (schema.isEmpty()) {
            return List.of();
        }
        JsonNode valid = TextNode.valueOf(text(schema.get(), random));
        return ValueBreaker.of(schema.get(), valid, schemas, referee, place -> true).stream()
                .filter(broken -> broken.value().isTextual())
                .toList();
    }

    private Optional<Node> judged(String type, Spec.Media media) {
        String essence = type.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        boolean plain = essence.startsWith("text/") && !essence.endsWith("xml");
        return plain ? media.schema().map(schemas::of) : Optional.empty();
    }

    private String text(Node schema, Random random) throws Unsatisfiable {
        JsonNode value =
                new ValueGenerator(schemas, referee, random, true, StringValues.TEXT).generate(schema, Extent.SOME);
        if (value.isContainerNode()) {
            throw new Unsatisfiable("no text for an array or an object");
        }
        return value.asText();
    }
}
