package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Documents;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.TestContracts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References within documents, to others, and to resources by name. */
class ReferencesTest {
    private static final List<Document> OTHERS = Stream.of(
                    Map.entry(
                            "test:/name.json",
                            "{'type': 'string', '$defs': {'short': {'$anchor': 'short', 'maxLength': 1}}}"),
                    Map.entry(
                            "test:/dir/api.json",
                            "{'openapi': '3.1.1', 'components': {'schemas': {'Up': {'$ref':"
                                    + " '../name.json'}, 'Own': {'$ref': '#/components/schemas/Up'}}}}"),
                    Map.entry("test:/parts.json", "{'a/b': {'c d': {'type': 'integer', '$id': 'http://x.test/int'}}}"))
            .map(entry -> TestContracts.document(entry.getKey(), TestContracts.quoted(entry.getValue())))
            .toList();
    private static final Documents DOCUMENTS =
            uri -> OTHERS.stream().filter(d -> d.uri().equals(uri)).findFirst();

    private static Contract contract(String schema) {
        return TestContracts.contract(Dialect.OPENAPI_3_1, Map.of("A", TestContracts.quoted(schema)), DOCUMENTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name.json | name.json#/type",
                "test:/name.json# | name.json#/type",
                "dir/api.json#/components/schemas/Own | name.json#/type",
                "dir/../name.json | name.json#/type",
                "parts.json#/a~1b/c%20d | parts.json#/a~1b/c d/type",
            })
    void an_error_tells_the_document_in_which_the_keyword_stands(String reference, String location) {
        Contract contract = contract("{'$ref': '" + reference + "'}");
        assertThat(TestContracts.checker(contract, "A", Direction.REQUEST, SchemaOptions.DEFAULT)
                        .check(TestContracts.json("true"))
                        .errors())
                .extracting(SchemaError::schemaLocation)
                .containsExactly(location);
    }

    @Test
    void an_anchor_is_found_in_its_own_resource() {
        assertThat(TestContracts.errors(contract("{'$ref': 'name.json#short'}"), Direction.REQUEST, "'ab'"))
                .containsExactly(" maxLength must be at most 1 character, was 2");
    }

    @Test
    void an_identified_schema_is_a_resource_and_the_base_of_what_is_in_it() {
        String schema = "{'$id': 'http://x.test/dir/root', 'properties': {'n': {'$ref': 'leaf'}, 'm': {'$ref':"
                + " '#/$defs/l'}}, '$defs': {'l': {'$id': 'leaf', 'type': 'integer'}}}";
        assertThat(TestContracts.errors(contract(schema), Direction.REQUEST, "{'n': 'x', 'm': 'y'}"))
                .containsExactly(
                        "/n type n: must be an integer, was a string", "/m type m: must be an integer, was a string");
    }

    @Test
    void what_looks_like_an_identifier_in_a_value_is_none() {
        String schema = "{'enum': [{'$id': 'name.json'}], 'default': {'$anchor': 'x'}, 'properties': {'a': {'$ref':"
                + " 'name.json'}}}";
        assertThat(TestContracts.errors(contract(schema), Direction.REQUEST, "{'$id': 'name.json'}"))
                .isEmpty();
        assertThat(new Schemas(contract(schema)).reference(node(schema), "#x")).isEmpty();
    }

    private static dev.writ.engine.model.SchemaNode node(String schema) {
        return TestContracts.schema(contract(schema), "A");
    }

    @Test
    void a_chain_of_references_is_followed_to_its_end() {
        Contract contract = contract("{'$ref': 'dir/api.json#/components/schemas/Own'}");
        JsonNode end = new Schemas(contract)
                .resolved(TestContracts.schema(contract, "A"))
                .node();
        assertThat(end.path("type").asText()).isEqualTo("string");
    }

    @Test
    void a_reference_that_leads_nowhere_is_told_as_empty() {
        Contract contract = contract("{}");
        Schemas schemas = new Schemas(contract);
        assertThat(Stream.of("nowhere.json", "name.json#/nowhere", "#nowhere", "%zz", "name.json#%zz"))
                .allSatisfy(reference -> assertThat(schemas.reference(TestContracts.schema(contract, "A"), reference))
                        .isEqualTo(Optional.empty()));
    }

    @Test
    void the_meta_schema_is_there_without_a_network() {
        Contract contract = contract("{'$ref': 'https://json-schema.org/draft/2020-12/schema'}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, "{'properties': {'a': {'minLength': -1}}}"))
                .containsExactly("/properties/a/minLength minimum properties.a.minLength: must be at least 0");
        Contract openApi = contract("{'$ref': 'https://spec.openapis.org/oas/3.1/dialect/base'}");
        assertThat(TestContracts.errors(openApi, Direction.REQUEST, "{'not': {'discriminator': {}}}"))
                .containsExactly("/not/discriminator required not.discriminator.propertyName: is required");
    }
}
