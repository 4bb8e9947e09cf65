package dev.writ.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that build on one with a discriminator. */
class SubtypesTest {
    private static final String SWAGGER = """
            swagger: '2.0'
            info: {title: T, version: '1'}
            consumes: [application/json]
            paths:
              /pets:
                post:
                  operationId: add
                  parameters: [{name: b, in: body, required: true, schema: {$ref: '#/definitions/Any'}}]
                  responses: {default: {description: d}}
            definitions:
              Any: {type: object, properties: {pet: {$ref: '#/definitions/Pet'}, cat: {$ref: '#/definitions/Cat'},
                pets: {type: array, items: {$ref: '#/definitions/Pet'}}}}
              Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, parent: {$ref:
                '#/definitions/Pet'}, age: {type: integer}}}
              Cat: {allOf: [{$ref: '#/definitions/Pet'}, {required: [lives], properties: {lives: {type: integer}}}]}
              Lion: {allOf: [{$ref: '#/definitions/Cat'}, {required: [pride]}]}
              Dog: {allOf: [{properties: {bark: {type: string}}}, {$ref: '#/definitions/Pet'}]}
            """;

    private static List<String> errors(String text, String value) throws Exception {
        Contract contract = ContractReader.parse("t.yaml", text);
        SchemaNode schema = contract.operations()
                .get(0)
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .schema()
                .orElseThrow();
        JsonNode tree = new ObjectMapper().readTree(value.replace('\'', '"'));
        return CompiledSchemas.of(contract, SchemaOptions.DEFAULT)
                .compile(schema, Direction.REQUEST)
                .check(tree)
                .errors()
                .stream()
                .map(error -> error.pointer() + " " + error.keyword())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'pet':{'kind':'Pet'}} | []",
                "{'pet':{'kind':'Cat','lives':9}} | []",
                "{'pet':{'kind':'Dog','bark':'wow'}} | []",
                "{'pet':{'kind':'Lion','lives':9,'pride':1}} | []",
                "{'pet':{'kind':'Cat'}} | [/pet required]",
                "{'pet':{'kind':'Cat','lives':'9'}} | [/pet/lives type]",
                "{'pet':{'kind':'Cat','lives':9,'age':'x'}} | [/pet/age type]",
                "{'pet':{'kind':'Cat','age':'x'}} | [/pet required, /pet/age type]",
                "{'pet':{'kind':'Lion'}} | [/pet required, /pet required]",
                "{'pet':{'kind':'Cow'}} | [/pet/kind discriminator]",
                "{'pet':{'kind':5}} | [/pet/kind type]",
                "{'pet':{}} | [/pet required]",
                "{'pet':5} | [/pet type]",
                "{'cat':{'kind':'Pet','lives':9}} | []",
                "{'cat':{'kind':'Dog','lives':9,'bark':5}} | [/cat/bark type]",
                "{'cat':{'kind':'Cat'}} | [/cat required]",
                "{'pet':{'kind':'Cat','lives':1,'parent':{'kind':'Cat'}}} | [/pet/parent required]",
                "{'pet':{'kind':'Dog','parent':{'kind':'Cat','lives':1,'parent':{'kind':'Dog','bark':5}}}} |"
                        + " [/pet/parent/parent/bark type]",
            })
    void in_swagger_a_value_is_what_it_says_that_it_is(String value, String expected) throws Exception {
        assertThat(errors(SWAGGER, value)).hasToString(expected);
    }

    @Test
    void many_values_that_refer_to_one_another_stay_within_bounds() throws Exception {
        String deep = "{'kind':'Dog'}";
        for (int i = 0; i < 60; i++) {
            deep = "{'kind':'" + (i % 2 == 0 ? "Lion','lives':1,'pride':2" : "Dog'") + ",'parent':" + deep + "}";
        }
        assertThat(errors(SWAGGER, "{'pet':" + deep + "}")).isEmpty();
        assertThat(errors(SWAGGER, "{'pets':[" + (deep + ",").repeat(20) + "{'kind':'Cat'}]}"))
                .containsExactly("/pets/20 required");
    }

    private static final String OPENAPI = SWAGGER.replace("swagger: '2.0'", "openapi: 3.0.3")
            .replace("consumes: [application/json]\n", "")
            .replace(
                    "parameters: [{name: b, in: body, required: true, schema: {$ref: '#/definitions/Any'}}]",
                    "requestBody: {content: {application/json: {schema: {$ref: '#/definitions/Any'}}}}")
            .replace("#/definitions/", "#/components/schemas/")
            .replace("definitions:", "components:\n schemas:")
            .replace("discriminator: kind", "discriminator: {propertyName: kind}");

    /** OpenAPI 3.0.4, section 4.7.25.3. */
    @Test
    void from_openapi_3_on_a_discriminator_decides_nothing_and_that_is_told() throws Exception {
        assertThat(errors(OPENAPI, "{'pet':{'kind':'Cat'}}")).isEmpty();
        assertThat(ContractReader.parse("t.yaml", OPENAPI).warnings())
                .singleElement()
                .asString()
                .endsWith(
                        "(/components/schemas/Pet/discriminator): values are checked as this schema alone, whichever of"
                                + " Cat, Lion, Dog they name: a discriminator decides nothing; 'oneOf' does");
    }

    @Test
    void where_nothing_but_subtypes_refers_to_a_parent_there_is_nothing_to_tell() {
        String listed = OPENAPI.replaceAll(
                "(pet: |items: |parent: )\\{\\$ref:\\s+'#/components/schemas/Pet'}",
                "$1{oneOf: [{\\$ref: '#/components/schemas/Cat'}, {\\$ref: '#/components/schemas/Dog'}]}");
        assertThat(ContractReader.parse("t.yaml", listed).warnings()).isEmpty();
    }
}
