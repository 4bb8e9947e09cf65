package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.model.Style;
import dev.writ.engine.parse.ContractReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryNamesTest {
    private static final Place ANYWHERE = new Place(
            ContractReader.parse("t.yaml", "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}}")
                    .document(),
            "");

    private static Declared declared(String schema) {
        return new Declared("I: {type: integer}\nS: " + schema).with("a", In.QUERY, Style.FORM, true, "I");
    }

    @Test
    void unknown_names_are_ignored_or_refused() {
        assertThat(declared("{}").query("a=1&b=2&c")).isEqualTo("1");
        assertThat(declared("{}").refusingUnknown().query("a=1&b=2&c&b=3&A=1"))
                .isEqualTo("b unknown, c unknown, A unknown");
    }

    @Test
    void an_unknown_name_whose_value_is_no_text_is_told_all_the_same() {
        assertThat(declared("{}").query("a=1&b=%zz")).isEqualTo("b encoding");
        assertThat(declared("{}").query("a=1&%ff=1")).isEqualTo("%ff=1 encoding");
    }

    @Test
    void the_key_of_an_api_is_known() {
        SecurityScheme key = new SecurityScheme.ApiKey("Key", In.QUERY, "api_key", ANYWHERE);
        Declared secured = declared("{}")
                .secured(new SecurityRequirement(List.of(new SecurityRequirement.Use(key, List.of()))))
                .refusingUnknown();
        assertThat(secured.query("a=1&api_key=2&other=3")).isEqualTo("other unknown");
    }

    @Test
    void properties_of_an_exploded_object_are_known_and_its_own_name_is_not() {
        Declared object = declared("{type: object, properties: {R: {type: integer}}}")
                .with("o", In.QUERY, Style.FORM, true, "S")
                .refusingUnknown();
        assertThat(object.query("a=1&R=2")).isEqualTo("{a=1, o={\"R\":2}}");
        assertThat(object.query("a=1&R=2&o=3&Q=4")).isEqualTo("o unknown, Q unknown");
    }

    @Test
    void an_exploded_object_that_says_so_takes_every_name_that_is_nobody_elses() {
        Declared object = declared("{type: object, additionalProperties: {type: integer}}")
                .with("o", In.QUERY, Style.FORM, true, "S")
                .refusingUnknown();
        assertThat(object.query("x=2&a=1&y=3")).isEqualTo("{a=1, o={\"x\":2,\"y\":3}}");
    }

    @Test
    void an_exploded_object_that_takes_no_others_leaves_them() {
        Declared object = declared("{type: object, properties: {R: {type: integer}}, additionalProperties: false}")
                .with("o", In.QUERY, Style.FORM, true, "S");
        assertThat(object.query("R=2&x=3")).isEqualTo("{o={\"R\":2}}");
    }

    @Test
    void names_in_brackets_are_known_where_a_deep_object_is() {
        Declared object = declared("{type: object}")
                .with("o", In.QUERY, Style.DEEP_OBJECT, true, "S")
                .refusingUnknown();
        assertThat(object.query("o[x]=2&p[x]=3")).isEqualTo("p[x] unknown");
    }
}
