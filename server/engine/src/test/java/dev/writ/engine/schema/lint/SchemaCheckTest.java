package dev.writ.engine.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Findings;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.TestContracts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type: objekt | 9 | /type | 'type' must be one of array, boolean, integer, null, number, object, string, or"
                        + " an array of them, was \"objekt\"",
                "type: [string, string] | 9 | /type | 'type' must be one of array, boolean, integer, null, number, object,"
                        + " string, or an array of them, was [\"string\",\"string\"]",
                "maxLength: -1 | 9 | /maxLength | 'maxLength' must be an integer of at least 0, was -1",
                "maxItems: 1.5 | 9 | /maxItems | 'maxItems' must be an integer of at least 0, was 1.5",
                "multipleOf: 0 | 9 | /multipleOf | 'multipleOf' must be a number greater than 0, was 0",
                "minimum: a | 9 | /minimum | 'minimum' must be a number, was \"a\"",
                "exclusiveMinimum: true | 9 | /exclusiveMinimum | 'exclusiveMinimum' must be a number, was true",
                "required: a | 9 | /required | 'required' must be an array of strings, none of them twice, was \"a\"",
                "required: [a, a] | 9 | /required | 'required' must be an array of strings, none of them twice, was"
                        + " [\"a\",\"a\"]",
                "properties: {b: {required: true}} | 26 | /properties/b/required | 'required' must be an array of strings,"
                        + " none of them twice, was true",
                "allOf: [] | 9 | /allOf | 'allOf' must be an array with at least one schema, was []",
                "enum: [] | 9 | /enum | 'enum' must be an array with at least one value, was []",
                "uniqueItems: 1 | 9 | /uniqueItems | 'uniqueItems' must be true or false, was 1",
                "pattern: '(' | 9 | /pattern | '(' is no regular expression of ECMA-262: a ) is missing",
                "patternProperties: {'a**': {}} | 29 | /patternProperties/a** | 'a**' is no regular expression of ECMA-262:"
                        + " nothing to repeat",
            })
    void what_is_no_schema_is_told_once_and_with_its_own_place(String schema, int column, String at, String message) {
        assertThat(strings(check(schema).faults()))
                .containsExactly("s.yaml:6:" + column + " (/components/schemas/A" + at + "): not a schema: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAPI_3_1 | {'properties': {'b': 1}} | /properties | 'properties' must be an object of schemas, was"
                        + " {\"b\":1}",
                "OPENAPI_3_1 | {'items': [{}]} | /items | 'items' must be an object or a boolean, was [{}]",
                "OPENAPI_3_0 | {'items': true} | /items | 'items' must be an object, was true",
                "OPENAPI_3_0 | {'type': ['string']} | /type | 'type' must be one of array, boolean, integer, number, object,"
                        + " string, was [\"string\"]",
                "OPENAPI_3_0 | {'type': 'null'} | /type | 'type' must be one of array, boolean, integer, number, object,"
                        + " string, was \"null\"",
                "OPENAPI_3_0 | {'exclusiveMinimum': 1} | /exclusiveMinimum | 'exclusiveMinimum' must be true or false, was 1",
                "OPENAPI_3_1 | {'$ref': '#/nowhere'} | /$ref | $ref '#/nowhere' leads nowhere",
                "OPENAPI_3_1 | {'$dynamicRef': '#none'} | /$dynamicRef | $dynamicRef '#none' leads nowhere",
                "OPENAPI_3_0 | {'$ref': '#/openapi'} | /$ref | $ref '#/openapi' leads to something that is no schema",
                "OPENAPI_3_1 | {'not': {'$ref': '#/components/schemas/A'}} | `` | it contains itself without end",
            })
    void a_fault_of_any_dialect_has_its_place(Dialect dialect, String schema, String at, String message) {
        assertThat(found(check(dialect, schema).faults())).containsExactly(at + ": not a schema: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAPI_3_1 | {'pattern': '(?=a)'} | /pattern | '(?=a)' cannot be matched in linear time: values for which"
                        + " it takes too long are refused",
                "OPENAPI_3_1 | {'maxLenght': 1} | /maxLenght | 'maxLenght' is no keyword: 'maxLength' may be meant",
                "OPENAPI_3_1 | {'Required': ['a']} | /Required | 'Required' is no keyword: 'required' may be meant",
                "OPENAPI_3_1 | {'nullable': true} | /nullable | 'nullable' means nothing in OpenAPI 3.1: add 'null' to the"
                        + " type",
                "OPENAPI_3_1 | {'dependencies': {}} | /dependencies | 'dependencies' is of an older JSON Schema, and means"
                        + " nothing here",
                "OPENAPI_3_1 | {'type': 'integer', 'maxLength': 1} | /maxLength | 'maxLength' says nothing of a value that is"
                        + " no string",
                "OPENAPI_3_1 | {'type': 'string', 'default': 1} | /default | the default breaks its own schema: must be a"
                        + " string, was an integer",
                "OPENAPI_3_1 | {'type': 'string', 'examples': ['a', 1]} | /examples/1 | the example breaks its own schema:"
                        + " must be a string, was an integer",
                "OPENAPI_3_1 | {'type': 'string', 'enum': ['a', 1]} | /enum/1 | the value breaks its own schema: must be a"
                        + " string, was an integer",
                "OPENAPI_3_1 | {'properties': {'k': {}}, 'discriminator': {'propertyName': 'k'}} | /discriminator | the"
                        + " discriminator 'k' is not a required property of this schema",
                "OPENAPI_3_1 | {'oneOf': [{'required': ['k']}], 'discriminator': {'propertyName': 'k'}} | /oneOf/0 | the"
                        + " discriminator 'k' is not a required property of this alternative",
                "OPENAPI_3_0 | {'const': 1} | /const | 'const' means nothing in OpenAPI 3.0",
                "OPENAPI_3_0 | {'nullable': true} | /nullable | 'nullable' has no effect without a 'type' beside it: this"
                        + " schema lets null in anyway",
                "OPENAPI_3_0 | {'nullable': true, 'allOf': [{'type': 'string'}]} | /nullable | 'nullable' has no effect"
                        + " without a 'type' beside it: null is not valid: must be a string, was null",
                "OPENAPI_3_0 | {'nullable': true, 'enum': ['a']} | /nullable | 'nullable' has no effect without a 'type'"
                        + " beside it: null is not valid: must be one of [\"a\"]",
                "OPENAPI_3_0 | {'type': 'string', 'nullable': true, 'enum': ['a']} | /nullable | 'nullable' has no effect:"
                        + " null is not valid: must be one of [\"a\"]",
                "OPENAPI_3_0 | {'type': 'string', 'nullable': true, 'allOf': [{'$ref': '#/components/schemas/B'}]} | /nullable"
                        + " | 'nullable' has no effect: null is not valid: must be a string, was null",
                "OPENAPI_3_0 | {'$ref': '#/components/schemas/B', 'maxLength': 1} | /maxLength | 'maxLength' means nothing"
                        + " beside a $ref in OpenAPI 3.0: put both into an allOf",
                "OPENAPI_3_1 | {'type': 'string', 'format': 'datetime'} | /format | 'datetime' is no known format: is 'date-time' meant?",
                "OPENAPI_3_0 | {'type': 'integer', 'format': 'int46'} | /format | 'int46' is no known format: is 'int64' meant?",
                "OPENAPI_3_1 | {'type': ['string', 'null'], 'format': 'UUID'} | /format | 'UUID' is no known format: is 'uuid' meant?",
                "OPENAPI_3_1 | {'format': 'pasword'} | /format | 'pasword' is no known format: is 'password' meant?",
                "OPENAPI_3_1 | {'type': 'string', 'minLength': 2, 'maxLength': 1} | /minLength | nothing is valid:"
                        + " 'minLength' is greater than 'maxLength'",
                "OPENAPI_3_1 | {'type': 'array', 'minItems': 2, 'maxItems': 1} | /minItems | nothing is valid:"
                        + " 'minItems' is greater than 'maxItems'",
                "OPENAPI_3_0 | {'type': 'object', 'minProperties': 2, 'maxProperties': 1} | /minProperties | nothing"
                        + " is valid: 'minProperties' is greater than 'maxProperties'",
                "OPENAPI_3_0 | {'type': 'integer', 'minimum': 1.5, 'maximum': 1} | /minimum | nothing is valid:"
                        + " 'minimum' is greater than 'maximum'",
                "OPENAPI_3_1 | {'minimum': 2, 'maximum': 1} | /minimum | no number is valid: 'minimum' is greater"
                        + " than 'maximum'",
                "OPENAPI_3_1 | {'type': ['string', 'null'], 'minLength': 2, 'maxLength': 1} | /minLength | no string"
                        + " is valid: 'minLength' is greater than 'maxLength'",
                "OPENAPI_3_0 | {'type': 'string', 'nullable': true, 'minLength': 2, 'maxLength': 1} | /minLength |"
                        + " no string is valid: 'minLength' is greater than 'maxLength'",
                "OPENAPI_3_1 | {'required': ['a', 'b'], 'properties': {'a': {}}, 'additionalProperties': false} | /required/1 |"
                        + " no object is valid: 'b' is required, but neither a property nor an additional one",
                "OPENAPI_3_0 | {'type': 'array'} | `` | 'items' is missing: OpenAPI 3.0 requires it of an array",
                "OPENAPI_3_0 | {'readOnly': true, 'writeOnly': true} | /writeOnly | 'readOnly' and 'writeOnly' are"
                        + " both true: the value belongs to neither requests nor responses",
                "OPENAPI_3_1 | {'readOnly': true, 'writeOnly': true} | /writeOnly | 'readOnly' and 'writeOnly' are"
                        + " both true: the value belongs to neither requests nor responses",
            })
    void what_may_not_be_meant_is_warned_of(Dialect dialect, String schema, String at, String message) {
        Findings findings = check(dialect, schema);
        assertThat(found(findings.faults())).isEmpty();
        assertThat(found(findings.warnings())).containsExactly(at + ": " + message);
    }

    @Test
    void what_never_ends_is_told_and_what_goes_deeper_is_not() {
        assertThat(strings(check("allOf: [{anyOf: [{}, {$ref: '#/components/schemas/B'}]}]")
                        .faults()))
                .singleElement()
                .asString()
                .contains("it contains itself without end");
        assertThat(check("dependentSchemas: {'a/b': {$ref: '#/components/schemas/B'}}")
                        .faults())
                .isNotEmpty();
        assertThat(check("allOf: [{properties: {a: {$ref: '#/components/schemas/B'}}}]")
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': ['string', 'null'], 'pattern': '^a', 'minLength': 1, 'not': {}}",
                "{'x-maxLenght': 1, 'mx': 2, 'properties': {'a': true}}",
                "{'properties': {'r': {'readOnly': true}}, 'required': ['r'], 'example': {}}",
                "{'enum': [{'$ref': '#/nowhere'}]}",
                "{'properties': {'a': {'$ref': '#/components/schemas/A'}}}",
                "{'type': 'string', 'format': 'ticker-symbol'}",
                "{'type': 'integer', 'format': 'uint32'}",
                "{'type': 'string', 'format': 'http-date'}",
                "{'type': 'object', 'format': 'datetime'}",
                "{'type': 'array'}",
                "{'type': 'integer', 'minimum': 1, 'maximum': 1.0}",
                "{'readOnly': true, 'writeOnly': false}",
            })
    void what_is_a_schema_is_fine(String schema) {
        Findings findings = check(Dialect.OPENAPI_3_1, schema);
        assertThat(found(findings.faults())).isEmpty();
        assertThat(found(findings.warnings())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'string', 'nullable': true}",
                "{'type': 'string', 'nullable': true, 'enum': ['a', null]}",
                "{'nullable': false}",
            })
    void a_nullable_that_lets_null_in_or_does_not_mean_to_is_fine(String schema) {
        assertThat(found(check(Dialect.OPENAPI_3_0, schema).warnings())).isEmpty();
    }

    private static Findings check(Dialect dialect, String schema) {
        return SchemaCheck.check(TestContracts.of(dialect, "{'A': " + schema + ", 'B': {'type': 'string'}}"));
    }

    private static List<String> found(List<Fault> findings) {
        return findings.stream()
                .map(fault -> fault.location().orElseThrow().pointer().replace("/components/schemas/A", "") + ": "
                        + fault.message())
                .toList();
    }

    private static List<String> strings(List<Fault> faults) {
        return faults.stream().map(Object::toString).toList();
    }

    private static Findings check(String schema) {
        String document = """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    A: SCHEMA
                    B: {$ref: '#/components/schemas/A'}
                """.replace("SCHEMA", schema.startsWith("{") ? schema : "{" + schema + "}");
        try {
            return new Findings(
                    List.of(), ContractReader.parse("s.yaml", document).warnings());
        } catch (ContractException e) {
            return new Findings(e.faults(), List.of());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://json-schema.org/draft-03/schema# | the dialect 'http://json-schema.org/draft-03/schema#' is not known:"
                        + " schemas are of JSON Schema 2020-12",
                "http://json-schema.org/draft-07/schema# | ``",
                "test:/strange.json | the vocabulary 'test:/vocabulary', which 'test:/strange.json' requires, is not known",
                "test:/plain.json | ``",
                "https://json-schema.org/draft/2020-12/schema | ``",
                "https://spec.openapis.org/oas/3.1/dialect/base | ``",
            })
    void a_dialect_that_is_not_known_is_a_fault(String dialect, String message) {
        String core = "'https://json-schema.org/draft/2020-12/vocab/core': true";
        Map<String, String> metaSchemas = Map.of(
                "test:/strange.json", "{'$vocabulary': {" + core + ", 'test:/vocabulary': true}}",
                "test:/plain.json", "{'$vocabulary': {" + core + ", 'test:/vocabulary': false}}");
        Contract contract = TestContracts.contract(
                Dialect.OPENAPI_3_1,
                Map.of("A", TestContracts.quoted("{'$schema': '" + dialect + "'}")),
                uri -> Optional.ofNullable(metaSchemas.get(uri.toString()))
                        .map(text -> TestContracts.document(uri.toString(), TestContracts.quoted(text))));
        assertThat(SchemaCheck.check(contract).faults())
                .extracting(fault -> fault.location().orElseThrow().pointer() + " " + fault.message())
                .containsExactlyElementsOf(
                        message.isEmpty()
                                ? List.of()
                                : List.of("/components/schemas/A/$schema not a schema: " + message));
    }
}
