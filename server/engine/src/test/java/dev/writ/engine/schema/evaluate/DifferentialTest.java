package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Formats;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.TestContracts;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random schemas and values: another implementation of 2020-12 must come to the same verdict. */
class DifferentialTest {
    private static final int SCHEMAS = 120;
    private static final int VALUES = 30;

    private static SchemaChecker ours(JsonNode schema) {
        Document document = TestContracts.document("test:/schema.json", schema);
        Contract contract = TestContracts.referring(
                Dialect.OPENAPI_3_1,
                "schema.json",
                uri -> uri.equals(document.uri()) ? Optional.of(document) : Optional.empty());
        return CompiledSchemas.of(contract, SchemaOptions.DEFAULT.withFormats(Formats.ANNOTATE))
                .compile(contract.schemas().get(0), Direction.RESPONSE);
    }

    @Test
    void another_implementation_agrees() {
        RandomSchemas schemas = new RandomSchemas(new Random(20_12));
        int valid = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            JsonNode schema = schemas.document();
            SchemaChecker ours = ours(schema);
            Validator theirs = new ValidatorFactory()
                    .withDefaultDialect(new Dialects.Draft2020Dialect())
                    .withDisabledSchemaValidation(true)
                    .createValidator();
            URI uri = theirs.registerSchema(URI.create("test:/schema.json"), schema.toString());
            for (int j = 0; j < VALUES; j++) {
                JsonNode value = schemas.value(3);
                boolean holds = ours.check(value).errors().isEmpty();
                valid += holds ? 1 : 0;
                assertThat(holds)
                        .as("%s of %s", schema, value)
                        .isEqualTo(theirs.validate(uri, value.toString()).isValid());
            }
        }
        assertThat(valid).isBetween(SCHEMAS * VALUES / 10, SCHEMAS * VALUES * 9 / 10);
    }
}
