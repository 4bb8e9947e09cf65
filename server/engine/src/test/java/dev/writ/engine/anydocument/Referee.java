package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A validator of others, which says what a schema allows. */
final class Referee {
    private final Validator validator;
    private final SchemaSet schemas;
    private final Set<String> registered = new HashSet<>();

    Referee(SchemaSet schemas) {
        this.schemas = schemas;
        this.validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .withEvaluatorFactory(new RefereeFormats())
                .withSchemaResolver(uri -> SchemaResolver.Result.fromProviderNode(schemas.get(uri)))
                .withDisabledSchemaValidation(true)
                .createValidator();
    }

    boolean accepts(Node schema, JsonNode value) {
        return judge(schema, value).isValid();
    }

    /** What is wrong with the value; empty if nothing is. */
    List<Error> errors(Node schema, JsonNode value) {
        Validator.Result result = judge(schema, value);
        return result.isValid() ? List.of() : result.getErrors();
    }

    private Validator.Result judge(Node schema, JsonNode value) {
        String name = schema.file().toString();
        if (registered.add(name)) {
            validator.registerSchema(URI.create(name), schemas.get(name));
        }
        try {
            return validator.validate(
                    URI.create(schema.pointer().isEmpty() ? name : name + "#" + escaped(schema)), value);
        } catch (StackOverflowError e) {
            throw new Unreadable("the referee gives up on " + schemas.origin(schema));
        }
    }

    private static String escaped(Node schema) {
        try {
            return new URI(null, null, schema.pointer()).getRawFragment();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
