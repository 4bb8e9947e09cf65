package dev.writ.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: objekt | s.yaml:6:9 (/components/schemas/A/type): not a schema: must be one of"
                        + " [\"array\",\"boolean\",\"integer\",\"null\",\"number\",\"object\",\"string\"]",
                "maxLength: -1 | s.yaml:6:9 (/components/schemas/A/maxLength): not a schema: must be at least 0",
                "required: a | s.yaml:6:9 (/components/schemas/A/required): not a schema: must be an array, was a"
                        + " string",
                "properties: {b: {required: true}} | s.yaml:6:26 (/components/schemas/A/properties/b/required): not a"
                        + " schema: must be an array, was a boolean",
                "pattern: '(' | s.yaml:6:9 (/components/schemas/A/pattern): not a schema: the pattern '(' is none that can"
                        + " be matched in linear time: missing closing )",
                "patternProperties: {'(?=a)': {}} | s.yaml:6:9 (/components/schemas/A/patternProperties): not a schema: the"
                        + " pattern '(?=a)' is none that can be matched in linear time: invalid or unsupported Perl syntax",
            })
    void what_is_no_schema_is_told_once_and_with_its_own_place(String schema, String fault) {
        assertThat(faults(schema)).contains(fault).doesNotHaveDuplicates();
    }

    @Test
    void what_never_ends_is_told_and_what_goes_deeper_is_not() {
        assertThat(faults("allOf: [{anyOf: [{}, {$ref: '#/components/schemas/B'}]}]"))
                .singleElement()
                .asString()
                .contains("it contains itself without end");
        assertThat(faults("dependentSchemas: {'a/b': {$ref: '#/components/schemas/B'}}"))
                .isNotEmpty();
        assertThat(faults("allOf: [{properties: {a: {$ref: '#/components/schemas/B'}}}]"))
                .isEmpty();
    }

    @Test
    void what_is_a_schema_is_fine() {
        assertThat(faults("type: [string, 'null'], pattern: '^a', minLength: 1, properties: {a: true}, not: {}"))
                .isEmpty();
    }

    private static List<String> faults(String schema) {
        String document = """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    A: {SCHEMA}
                    B: {$ref: '#/components/schemas/A'}
                """.replace("SCHEMA", schema);
        try {
            ContractReader.parse("s.yaml", document);
            return List.of();
        } catch (ContractException e) {
            return e.faults().stream().map(Object::toString).toList();
        }
    }
}
