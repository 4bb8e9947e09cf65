package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a form, by OpenAPI 3.0; by 3.1 it is in {@link Forms31Test}. */
class FormFieldsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() throws IOException {
        generated = Generated.compiled(folder, Files.readString(Path.of("src/test/resources/forms.yaml")));
    }

    @Test
    void files_are_parts_and_all_else_is_as_in_json() {
        assertThat(generated.source("model.AddPhotoRequest"))
                .contains("""
                        public record AddPhotoRequest(
                                FilePart photo,
                                @Nullable List<FilePart> more,
                                @Nullable FilePart thumbnail,
                                @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<FilePart> negative,
                                LocalDate taken,
                                List<String> tags,
                                AddPhotoRequestVisibility visibility,
                                Integer rating,
                                @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<String> note,
                                @Nullable AddPhotoRequestPlace place,
                                byte @Nullable [] checksum,
                                @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<Object> anything) {
                        """)
                .contains(" * @param photo As the camera made it.\n", "import dev.writ.api.FilePart;\n");
    }

    @Test
    void what_is_in_a_url_encoded_form_is_never_a_file() {
        assertThat(generated.source("model.CreateTokenRequest")).contains("""
                        @JsonProperty("grant_type") CreateTokenRequestGrantType grantType,
                        @Nullable List<String> scope,
                        @Nullable String blob,
                        @Nullable OffsetDateTime expires) {
                """);
    }

    @Test
    void what_a_form_extends_is_in_it() {
        assertThat(generated.source("model.Scan"))
                .contains("FilePart file,\n", "int dpi,\n", "Map<String, FilePart> additionalProperties) {");
    }

    @Test
    void octets_that_are_in_no_form_stay_a_stream() {
        assertThat(generated.source("model.Base")).contains("InputStream file,\n");
    }

    @Test
    void alternatives_of_a_form_are_forms() {
        assertThat(generated.source("api.DefaultApi")).contains("feed(Feed body);");
        assertThat(generated.source("model.FromFile"))
                .contains("public record FromFile(FilePart file) implements Feed");
    }
}
