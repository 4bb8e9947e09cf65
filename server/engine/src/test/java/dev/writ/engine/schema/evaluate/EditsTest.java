package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.HiddenProperties;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.TestContracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check changes in a value: read-only and write-only properties, and defaults. */
class EditsTest {
    private static final SchemaOptions DEFAULTS = SchemaOptions.DEFAULT.withDefaults(true);

    private static String checked(
            Dialect dialect, String schemas, Direction direction, SchemaOptions options, String value) {
        Contract contract = TestContracts.of(dialect, schemas);
        return TestContracts.checker(contract, "A", direction, options)
                .check(TestContracts.quoted(value))
                .fold(
                        JsonNode::toString,
                        errors -> errors.get(0).pointer() + " " + errors.get(0).message())
                .replace('"', '\'');
    }

    private static final String PERSON = """
            {'A': {'allOf': [{'$ref': '#/components/schemas/Base'}, {'required': ['id', 'secret', 'name']}]},
             'Base': {'properties': {'id': {'$ref': '#/components/schemas/Id'}, 'name': {'type': 'string'},
                                     'secret': {'allOf': [{'type': 'string', 'writeOnly': true}]}}},
             'Id': {'type': 'integer', 'readOnly': true}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "REQUEST | {'id':1,'name':'n','secret':'s'} | {'name':'n','secret':'s'}",
                "RESPONSE | {'id':1,'name':'n','secret':'s'} | {'id':1,'name':'n'}",
                "REQUEST | {'name':'n','secret':'s'} | {'name':'n','secret':'s'}",
                "RESPONSE | {'name':'n','id':1} | {'name':'n','id':1}",
                "RESPONSE | {'name':'n'} | ` id: is required`",
                "REQUEST | {'id':'x','name':'n','secret':'s'} | /id id: must be an integer, was a string",
            })
    void what_is_the_other_sides_is_never_required_and_dropped(Direction direction, String value, String outcome) {
        for (Dialect dialect : List.of(Dialect.OPENAPI_3_0, Dialect.OPENAPI_3_1)) {
            assertThat(checked(dialect, PERSON, direction, SchemaOptions.DEFAULT, value))
                    .isEqualTo(outcome);
        }
    }

    @Test
    void a_read_only_property_is_refused_where_that_was_chosen() {
        SchemaOptions refuse = SchemaOptions.DEFAULT.withReadOnly(HiddenProperties.REFUSE);
        String value = "{'id':1,'name':'n','secret':'s'}";
        assertThat(checked(Dialect.OPENAPI_3_1, PERSON, Direction.REQUEST, refuse, value))
                .isEqualTo("/id id: is read-only");
        assertThat(checked(Dialect.OPENAPI_3_1, PERSON, Direction.RESPONSE, refuse, value))
                .isEqualTo("{'id':1,'name':'n'}");
    }

    @Test
    void only_an_alternative_that_holds_changes_anything() {
        String schemas = """
                {'A': {'oneOf': [
                  {'properties': {'t': {'const': 'a'}, 'x': {'readOnly': true}, 'd': {'default': 1}}},
                  {'properties': {'t': {'const': 'b'}, 'y': {'readOnly': true}, 'd': {'default': 2}}}]}}
                """;
        assertThat(checked(Dialect.OPENAPI_3_1, schemas, Direction.REQUEST, DEFAULTS, "{'t':'b','x':1,'y':2}"))
                .isEqualTo("{'t':'b','x':1,'d':2}");
    }

    @Test
    void nothing_that_not_looked_at_is_changed() {
        String schemas = "{'A': {'not': {'properties': {'x': {'readOnly': true}}, 'required': ['y']}}}";
        assertThat(checked(Dialect.OPENAPI_3_1, schemas, Direction.REQUEST, DEFAULTS, "{'x':1}"))
                .isEqualTo("{'x':1}");
    }

    @Test
    void defaults_are_filled_in_by_option_and_through_references() {
        String schemas = """
                {'A': {'properties': {'size': {'$ref': '#/components/schemas/Size'},
                                      'tags': {'type': 'array', 'default': []},
                                      'in': {'properties': {'deep': {'default': true}}}}},
                 'Size': {'type': 'integer', 'default': 10}}
                """;
        assertThat(checked(Dialect.OPENAPI_3_1, schemas, Direction.REQUEST, DEFAULTS, "{'in':{}}"))
                .isEqualTo("{'in':{'deep':true},'size':10,'tags':[]}");
        assertThat(checked(Dialect.OPENAPI_3_1, schemas, Direction.REQUEST, SchemaOptions.DEFAULT, "{'in':{}}"))
                .isEqualTo("{'in':{}}");
    }

    @Test
    void an_invalid_value_stays_as_it_was() {
        Contract contract = TestContracts.of(
                Dialect.OPENAPI_3_1, "{'A': {'properties': {'x': {'readOnly': true}, 'y': {'type': 'string'}}}}");
        JsonNode value = TestContracts.quoted("{'x':1,'y':2}");
        TestContracts.checker(contract, "A", Direction.REQUEST, DEFAULTS).check(value);
        assertThat(value).isEqualTo(TestContracts.quoted("{'x':1,'y':2}"));
    }
}
