package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofSchemas("3.1.0", """
                Everything:
                  type: object
                  required: [id, name, note, when]
                  properties:
                    id: {type: integer, format: int64}
                    name: {type: string}
                    note: {type: [string, 'null']}
                    when: {type: string, format: date-time}
                    day: {type: string, format: date}
                    key: {type: string, format: uuid}
                    link: {type: string, format: uri}
                    data: {type: string, format: byte}
                    ratio: {type: number, format: double}
                    price: {type: number}
                    small: {type: integer, minimum: 0, maximum: 9}
                    large: {type: integer}
                    tags: {type: array, items: {type: string}}
                    counts: {type: object, additionalProperties: {type: integer, format: int32}}
                    anything: {}
                Anything:
                  type: object
                  required: [any, anys, either]
                  properties:
                    any: {}
                    anys: {type: array, items: {}}
                    either: {anyOf: [{$ref: '#/components/schemas/Color'}, {type: 'null'}]}
                Defaults:
                  type: object
                  properties:
                    text: {type: string, default: "a \\"quoted\\" \\\\ text"}
                    done: {type: boolean, default: true}
                    number: {type: integer, format: int32, default: 7}
                    big: {type: integer, format: int64, default: 7000000000}
                    rate: {type: number, default: 1.5}
                    day: {type: string, format: date, default: '2026-01-02'}
                    tags: {type: array, items: {type: string}, default: [a, b]}
                    color: {$ref: '#/components/schemas/Color', default: green}
                    alias: {$ref: '#/components/schemas/Title', default: ''}
                    note: {type: [string, 'null'], default: none}
                Color: {type: string, enum: [red, green]}
                Title: {type: string, description: A title.}
                Patch:
                  type: object
                  properties:
                    text: {type: [string, 'null']}
                    list: {type: [array, 'null'], items: {type: string}}
                    plain: {type: string}
                Names:
                  type: object
                  required: [class, user_name, '@type']
                  properties:
                    class: {type: string}
                    user_name: {type: string}
                    '@type': {type: string}
                    userName: {type: string}
                    wait: {type: boolean}
                    builder: {type: string}
                    build: {type: string}
                Closed: {type: object, additionalProperties: false}
                Open:
                  type: object
                  required: [id]
                  properties:
                    id: {type: integer, format: int64}
                  additionalProperties: {type: integer, format: int32}
                OpenToAll:
                  type: object
                  properties:
                    id: {type: integer, format: int64}
                  additionalProperties: true
                Merged:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - type: object
                      required: [extra]
                      properties:
                        extra: {type: string}
                Base:
                  type: object
                  required: [id]
                  properties:
                    id: {type: integer, format: int64}
                Tree:
                  type: object
                  required: [children]
                  properties:
                    children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
                    parent: {$ref: '#/components/schemas/Tree'}
                List:
                  type: object
                  required: [inner]
                  properties:
                    inner:
                      type: object
                      required: [a]
                      properties:
                        a: {type: boolean}
                """));
    }

    @Test
    void what_may_be_anything_may_be_null() throws JsonProcessingException {
        String json = "{\"any\":null,\"anys\":[null,1],\"either\":null}";

        assertThat(generated.roundTrip("Anything", json)).isEqualTo(json);
    }

    @Test
    void types_follow_format_and_presence() {
        assertThat(generated.source("model.Everything")).contains("""
                public record Everything(
                        long id,
                        String name,
                        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String note,
                        OffsetDateTime when,
                        @Nullable LocalDate day,
                        @Nullable UUID key,
                        @Nullable URI link,
                        byte @Nullable [] data,
                        @Nullable Double ratio,
                        @Nullable BigDecimal price,
                        @Nullable Integer small,
                        @Nullable Long large,
                        @Nullable List<String> tags,
                        @Nullable Map<String, Integer> counts,
                        @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<Object> anything) {
                """);
    }

    @Test
    void absent_properties_are_left_out_and_required_nulls_written() throws JsonProcessingException {
        String json = "{\"id\":1,\"name\":\"n\",\"note\":null,\"when\":\"2026-01-02T03:04:05Z\"}";

        assertThat(generated.roundTrip("Everything", json)).isEqualTo(json);
    }

    @Test
    void a_required_property_is_not_null() {
        assertThatThrownBy(() -> generated.read("Everything", "{\"id\":1}")).hasMessageContaining("name");
    }

    @Test
    void defaults_stand_in_for_what_is_absent() throws JsonProcessingException {
        String expected = "Defaults[text=a \"quoted\" \\ text, done=true, number=7, big=7000000000, rate=1.5,"
                + " day=2026-01-02, tags=[a, b], color=green, alias=, note=Value[value=none]]";

        assertThat(generated.read("Defaults", "{}")).hasToString(expected);
        assertThat(generated.readPlainly("Defaults", "{}")).hasToString(expected);
    }

    @Test
    void defaults_give_way_to_what_is_there() throws JsonProcessingException {
        assertThat(generated.read("Defaults", "{\"done\":false,\"tags\":[],\"color\":\"red\",\"note\":null}"))
                .asString()
                .contains("done=false", "tags=[]", "color=red", "note=Null[]");
    }

    @Test
    void absent_and_null_are_told_apart_where_a_property_is_optional_and_nullable() throws JsonProcessingException {
        assertThat(generated.read("Patch", "{}")).hasToString("Patch[text=Absent[], list=Absent[], plain=null]");
        assertThat(generated.read("Patch", "{\"text\":null,\"list\":[\"a\"]}"))
                .hasToString("Patch[text=Null[], list=Value[value=[a]], plain=null]");
        assertThat(generated.roundTrip("Patch", "{}")).isEqualTo("{}");
        assertThat(generated.roundTrip("Patch", "{\"text\":null}")).isEqualTo("{\"text\":null}");
        assertThat(generated.readPlainly("Patch", "{}")).asString().contains("text=Absent[]");
    }

    @Test
    void names_that_java_does_not_take_are_mapped() throws JsonProcessingException {
        String json = "{\"class\":\"c\",\"user_name\":\"u\",\"@type\":\"t\",\"userName\":\"v\",\"wait\":true,"
                + "\"builder\":\"b\",\"build\":\"d\"}";

        assertThat(generated.roundTrip("Names", json)).isEqualTo(json);
        assertThat(generated.read("Names", json))
                .hasToString("Names[class_=c, userName=u, type=t, userName2=v, wait_=true, builder2=b, build=d]");
    }

    @Test
    void an_object_that_may_have_nothing_is_an_empty_record() throws JsonProcessingException {
        assertThat(generated.roundTrip("Closed", "{}")).isEqualTo("{}");
        assertThat(generated.source("model.Closed")).contains("public record Closed() {}");
    }

    @Test
    void additional_properties_are_kept() throws JsonProcessingException {
        String json = "{\"id\":1,\"a\":2,\"b\":3}";

        assertThat(generated.read("Open", json)).hasToString("Open[id=1, additionalProperties={a=2, b=3}]");
        assertThat(generated.roundTrip("Open", json)).isEqualTo(json);
        assertThat(generated.roundTrip("OpenToAll", "{\"x\":null}")).isEqualTo("{\"x\":null}");
        assertThat(generated.read("Open", "{\"id\":1}")).hasToString("Open[id=1, additionalProperties={}]");
    }

    @Test
    void all_of_is_one_record() {
        assertThat(generated.source("model.Merged")).contains("public record Merged(long id, String extra) {");
    }

    @Test
    void collections_are_copied() throws JsonProcessingException {
        assertThat(generated.read("Tree", "{\"children\":[{\"children\":[]}]}"))
                .hasToString("Tree[children=[Tree[children=[], parent=null]], parent=null]");
        assertThat(generated.source("model.Tree")).contains("children = List.copyOf(Objects.requireNonNull(children");
    }

    @Test
    void a_schema_called_as_a_class_that_is_needed_gets_another_name() {
        assertThat(generated.source("model.ModelList")).contains("public record ModelList(ListInner inner) {");
    }

    @Test
    void a_builder_takes_what_is_required_first() {
        assertThat(generated.source("model.Open")).contains("public static Builder builder(long id) {");
        assertThat(generated.source("model.Base")).doesNotContain("Builder");
    }

    @Test
    void a_schema_can_be_mapped_to_a_class_of_ones_own(@TempDir Path elsewhere) {
        String document = Documents.ofSchemas("3.0.3", """
                Day: {type: string, enum: [MONDAY]}
                Plan:
                  type: object
                  properties:
                    day: {$ref: '#/components/schemas/Day'}
                    other:
                      default: MONDAY
                      allOf: [{$ref: '#/components/schemas/Day'}]
                """);
        Generated mapped = Generated.from(
                elsewhere,
                document,
                options ->
                        options.addSchemaMapping("Day", "java.time.DayOfWeek").setModelNameSuffix("Dto"));

        mapped.compile(Map.of()).orFail();
        assertThat(mapped.source("model.PlanDto"))
                .contains("public record PlanDto(@Nullable DayOfWeek day, @Nullable DayOfWeek other) {");
        assertThat(mapped.files()).containsExactly("PlanDto.java", "package-info.java", "package-info.java");
    }

    @Test
    void an_alias_has_no_file() {
        assertThat(generated.files()).doesNotContain("Title.java").contains("Color.java");
    }
}
