package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.TestContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is write-only is taken out of responses, valid or not. */
class RedactionTest {
    private static final String S = "'S': {'type': 'string', 'writeOnly': true}";

    private static SchemaChecker checker(String schemas, Direction direction) {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, schemas.replace("REF", "#/components/schemas"));
        return TestContracts.checker(contract, "A", direction, SchemaOptions.DEFAULT);
    }

    private static String redacted(String schema, String value) {
        JsonNode given = TestContracts.quoted(value);
        JsonNode before = given.deepCopy();
        String visible = checker("{'A': " + schema + ", " + S + "}", Direction.RESPONSE)
                .redact(given)
                .toString();
        assertThat(given).isEqualTo(before);
        return visible.replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'properties': {'s': {'writeOnly': true}}} | {'s':1,'t':2} | {'t':2}",
                "{'properties': {'s': {'$ref': 'REF/S'}, 't': {'type': 'string'}}} | {'s':1,'t':2} | {'t':2}",
                "{'allOf': [{'properties': {'s': {'allOf': [{'$ref': 'REF/S'}]}}}]} | {'s':1} | {}",
                "{'items': {'properties': {'s': {'writeOnly': true}}}} | [{'s':1},7,{'s':2,'t':3}] | [{},7,{'t':3}]",
                "{'properties': {'l': {'items': {'$ref': 'REF/S'}}}} | {'l':['a',1]} | {'l':[]}",
                "{'prefixItems': [true, {'$ref': 'REF/S'}]} | [1,2,3] | [1,3]",
                "{'additionalProperties': {'$ref': 'REF/S'}, 'properties': {'t': true}} | {'t':1,'u':2} | {'t':1}",
                "{'patternProperties': {'^s': {'$ref': 'REF/S'}}} | {'s1':1,'t':2} | {'t':2}",
                "{'properties': {'s': {'anyOf': [{'type': 'null'}, {'$ref': 'REF/S'}]}}} | {'s':'x'} | {}",
                "{'properties': {'s': {'anyOf': [{'type': 'null'}, {'$ref': 'REF/S'}]}}} | {'s':null} | {'s':null}",
                "{'dependentSchemas': {'t': {'properties': {'s': {'writeOnly': true}}}}} | {'t':1,'s':2} | {'t':1}",
                "{'dependentSchemas': {'t': {'properties': {'s': {'writeOnly': true}}}}} | {'s':2} | {'s':2}",
                "{'if': {'required': ['t']}, 'then': {'properties': {'s': {'writeOnly': true}}}} | {'s':2,'t':1} | {'t':1}",
                "{'if': {'required': ['t']}, 'else': {'properties': {'s': {'writeOnly': true}}}} | {'s':2} | {}",
                "{'contains': {'required': ['s'], 'properties': {'s': {'writeOnly': true}}}} | [{'s':1}] | [{}]",
                "{'properties': {'t': true}, 'unevaluatedProperties': {'$ref': 'REF/S'}} | {'t':1,'s':2} | {'t':1}",
                "{'prefixItems': [true], 'unevaluatedItems': {'$ref': 'REF/S'}} | [1,2,3] | [1]",
                "{'not': {'properties': {'s': {'writeOnly': true}}}} | {'s':1} | {'s':1}",
                "{'writeOnly': true} | {'s':1} | {'s':1}",
                "{'properties': {'c': {'$ref': 'REF/A'}, 's': {'writeOnly': true}}} | {'c':{'c':{'s':1}},'s':2} | {'c':{'c':{}}}",
            })
    void it_is_found_wherever_schemas_apply(String schema, String value, String visible) {
        assertThat(redacted(schema, value)).isEqualTo(visible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an alternative that holds hides its own | {'k':'a','p':1,'q':2} | {'k':'a','q':2}",
                "the other one hides its own | {'k':'b','p':1,'q':2} | {'k':'b','p':1}",
                "all hide if none holds | {'k':'c','p':1,'q':2} | {'k':'c'}",
            })
    void alternatives_that_hold_count_or_all_of_them(String why, String value, String visible) {
        String schema = "{'KEY': [{'properties': {'k': {'const': 'a'}, 'p': {'writeOnly': true}}},"
                + " {'properties': {'k': {'const': 'b'}, 'q': {'writeOnly': true}}}]}";
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            assertThat(redacted(schema.replace("KEY", keyword), value)).as(why).isEqualTo(visible);
        }
    }

    @Test
    void the_alternative_that_a_discriminator_names_hides_its_own_though_it_does_not_hold() {
        String schemas =
                "{'A': {'oneOf': [{'$ref': 'REF/P'}, {'$ref': 'REF/Q'}], 'discriminator': {'propertyName': 'k'}},"
                        + " 'P': {'required': ['x'], 'properties': {'p': {'writeOnly': true}}},"
                        + " 'Q': {'required': ['x'], 'properties': {'q': {'writeOnly': true}}}}";
        assertThat(checker(schemas, Direction.RESPONSE).redact(TestContracts.quoted("{'k':'P','p':1,'q':2}")))
                .isEqualTo(TestContracts.quoted("{'k':'P','q':2}"));
    }

    @Test
    void a_walk_that_would_take_too_long_hides_whatever_may_be_hidden() {
        String schemas = "{'A': {'properties': {'s': {'writeOnly': true}, 'c': {'$ref': 'REF/A'},"
                + " 'r': {'pattern': '^(a|aa)+\\\\1b$'}}, 'oneOf': [{'required': ['r'], 'properties': {'r':"
                + " {'pattern': '^(a|aa)+\\\\1b$'}}}, {'properties': {'o': {'writeOnly': true}}}]}}";
        JsonNode value = TestContracts.quoted("{'s':1,'o':2,'r':'" + "a".repeat(100) + "!','c':{'s':1,'t':2}}");
        assertThat(checker(schemas, Direction.RESPONSE).redact(value).toString())
                .doesNotContain("\"s\"")
                .doesNotContain("\"o\"")
                .contains("\"c\":{\"t\":2}");
    }

    @Test
    void it_is_known_beforehand_where_there_is_nothing_to_hide() {
        String schemas =
                "{'A': {'properties': {'c': {'$ref': 'REF/B'}}}, 'B': {'items': {'$ref': 'REF/A'}}, " + S + "}";
        assertThat(checker(schemas, Direction.RESPONSE).redacts()).isFalse();
        String hiding = schemas.replace("'B': {", "'B': {'additionalProperties': {'$ref': 'REF/S'}, ");
        assertThat(checker(hiding, Direction.RESPONSE).redacts()).isTrue();
        assertThat(checker(hiding, Direction.REQUEST).redacts()).isFalse();
    }
}
