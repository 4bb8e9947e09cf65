package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Valid requests for the operations of a document. */
final class RequestMaker {
    private static final int ATTEMPTS = 12;

    private final SchemaSet schemas;
    private final Referee referee;
    private final SecurityMaker security;
    private final Templates templates;
    private final Summary summary;

    RequestMaker(SchemaSet schemas, Referee referee, Spec spec, Summary summary) {
        this.schemas = schemas;
        this.referee = referee;
        this.security = new SecurityMaker(spec.securitySchemes());
        this.templates = new Templates(spec.operations());
        this.summary = summary;
    }

    Draft draft(Spec.Operation operation, Extent extent, Random random) throws Unsatisfiable {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> bases = operation.bases();
            Draft draft = new Draft(operation, bases.get(random.nextInt(bases.size())));
            for (Spec.Parameter parameter : operation.parameters()) {
                add(parameter, draft, extent, random);
            }
            if (belongsElsewhere(draft)) {
                continue;
            }
            security.addTo(draft, random);
            addBody(draft, extent, random);
            if (random.nextBoolean()) {
                draft.headers.put("Accept", "*/*");
            }
            return draft;
        }
        throw new Unsatisfiable("every path that was made belongs to another operation too");
    }

    /** Whether the path is that of another operation too, and no less. */
    boolean belongsElsewhere(Draft draft) {
        return templates.belongsElsewhere(draft.operation, draft.path());
    }

    private void add(Spec.Parameter parameter, Draft draft, Extent extent, Random random) throws Unsatisfiable {
        boolean wanted = parameter.required()
                || parameter.in().equals("path")
                || extent == Extent.ALL
                || (extent == Extent.SOME && random.nextBoolean());
        if (!wanted) {
            return;
        }
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (fits(parameter, value(parameter, extent, random), draft)) {
                    return;
                }
            }
            throw new Unsatisfiable("no value that " + parameter + " can carry in style " + parameter.style());
        } catch (Unsatisfiable | Unreadable e) {
            draft.remove(parameter);
            if (parameter.required() || parameter.in().equals("path")) {
                throw new Unsatisfiable(parameter + ": " + e.getMessage());
            }
            summary.skip("optional parameter left out: " + draft.operation + " " + parameter + ": " + e.getMessage());
        }
    }

    JsonNode value(Spec.Parameter parameter, Extent extent, Random random) throws Unsatisfiable {
        boolean flat = parameter.isText();
        String alphabet = switch (parameter.in()) {
            case "path" -> StringValues.TOKEN + "-._~ /?%&:@,é";
            case "query", "querystring" -> StringValues.TEXT;
            default -> StringValues.TOKEN;
        };
        Node schema = schema(parameter);
        return new ValueGenerator(schemas, referee, random, flat, alphabet).generate(schema, extent);
    }

    Node schema(Spec.Parameter parameter) throws Unsatisfiable {
        return schemas.of(parameter.schema().orElseThrow(() -> new Unsatisfiable("no schema")));
    }

    /** Sets it, unless that would be read as something else. */
    private boolean fits(Spec.Parameter parameter, JsonNode value, Draft draft) {
        boolean emptyText = value.isTextual() && value.asText().isEmpty();
        if (emptyText || !draft.set(parameter, value)) {
            return false;
        }
        boolean spread = value.isObject()
                && parameter.in().equals("query")
                && parameter.contentType().isEmpty()
                && parameter.explode()
                && parameter.style().equals("form");
        return !spread
                || draft.operation.parameters().stream()
                        .noneMatch(other -> other.in().equals("query") && value.has(other.name()));
    }

    private void addBody(Draft draft, Extent extent, Random random) throws Unsatisfiable {
        if (draft.operation.body().isEmpty()) {
            return;
        }
        Spec.Body body = draft.operation.body().get();
        if (!body.required() && extent == Extent.LEAST && random.nextBoolean()) {
            return;
        }
        Optional<String> json = Media.json(body.content());
        if (json.isPresent()) {
            Optional<Node> schema = body.content().get(json.get()).schema();
            JsonNode value = schema.isPresent()
                    ? body(schemas.of(schema.get()), extent, random)
                    : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                            .objectNode()
                            .put("any", 1);
            draft.headers.put(
                    "Content-Type", Media.concrete(json.get()) + (random.nextInt(4) == 0 ? "; charset=utf-8" : ""));
            draft.setJson(value);
            return;
        }
        List<String> forms = FormTypes.of(draft.operation.body());
        if (!forms.isEmpty()) {
            String type = forms.get(random.nextInt(forms.size()));
            SentForm form = new FormMaker(schemas, referee, random)
                    .make(type, body.content().get(type), extent);
            draft.setForm(form, new FormBytes(random));
            return;
        }
        Media.Sample sample = new TextContent(schemas, referee).sample(body.content(), random);
        draft.setBody(sample.contentType(), sample.text().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode body(Node schema, Extent extent, Random random) throws Unsatisfiable {
        return new ValueGenerator(schemas, referee, random, false, StringValues.TEXT).generate(schema, extent);
    }
}
