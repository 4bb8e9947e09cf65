package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document in which almost everything is legal and nothing is usual. */
class TrapsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() throws IOException {
        generated = Generated.compiled(folder, Files.readString(Path.of("src/test/resources/traps.yaml")));
    }

    @Test
    void nothing_but_sources_is_written() {
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("openapi.yaml", "src", "classes");
    }

    @Test
    void names_that_clash_with_nested_classes_are_written_in_full() {
        assertThat(generated.source("api.ClassResponse"))
                .contains("public static Ok ok(dev.writ.spec.model.Ok body) {")
                .contains("public static Created.NeedsStatus created(Class201Response body) {");
    }

    @Test
    void a_schema_called_after_a_response_keeps_its_name() {
        assertThat(generated.source("api.FormApi")).contains("CreateAccountResponses createAccount(Account body);");
    }

    @Test
    void the_body_gives_way_to_a_parameter_of_its_name() {
        assertThat(generated.source("api.MoreThingsApi"))
                .contains("@Bound(\"body\") @Nullable String body,", "@Nullable ClassRequest body2);");
    }

    @Test
    void files_are_found_whatever_names_them() {
        assertThat(generated.source("model.ClassRequest")).contains("""
                        FilePart file,
                        @Nullable Node meta,
                        @JsonProperty("FilePart") @Nullable FilePart filePart,
                        List<FilePart> build,
                        @Nullable FilePart alias,
                        @Nullable List<FilePart> list,
                        @Nullable List<List<InputStream>> matrix,
                        @Nullable Object either,
                        @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<FilePart> orNull,
                        @Nullable FilePart always,
                """);
        assertThat(generated.source("model.Animal")).contains("FilePart picture();");
        assertThat(generated.source("model.Cat"))
                .contains("Cat(String kind, FilePart picture, @Nullable FilePart purr) implements Animal {");
        assertThat(generated.source("api.FormApi")).contains("patchAnything(@Nullable Object body);");
    }

    @Test
    void a_property_is_missing_where_it_is_only_read_or_written_elsewhere() {
        assertThat(generated.source("model.Account"))
                .contains("public record Account(@Nullable String id, @Nullable String password, String name) {");
        assertThat(generated.source("model.Answer")).contains("public record Answer(String id) {");
    }

    @Test
    void any_of_with_null_is_the_other_made_nullable() {
        assertThat(generated.source("model.Node")).contains("Maybe<Node> next", "Maybe<Kind> kind");
    }

    @Test
    void lists_of_nullable_elements_take_null() throws JsonProcessingException {
        String json = "{\"gaps\":[\"a\",null]}";

        assertThat(generated.roundTrip("Gaps", json)).isEqualTo(json);
    }

    @Test
    void unions_nest() throws JsonProcessingException {
        String json = "{\"type\":\"other\",\"x\":\"y\"}";

        assertThat(generated.roundTrip("Event", json)).isEqualTo(json);
        assertThat(generated.roundTrip("Wrap", json)).isEqualTo(json);
        assertThat(generated.read("Base", "{\"k\":\"Leaf\",\"l\":\"z\"}"))
                .hasToString("Leaf[k=Leaf, s=null, m=null, l=z]");
    }

    @Test
    void aliases_of_collections_have_no_class() {
        assertThat(generated.source("model.UsesAlias"))
                .contains(
                        "public record UsesAlias(List<Node> l, Map<String, List<Node>> m, List<@Nullable Object> r, Kind c) {");
    }

    @Test
    void constants_without_type_have_the_type_of_their_value() {
        assertThat(generated.source("model.Node")).contains("@Nullable NodeKonst konst", "@Nullable NodeThree three");
    }
}
