package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the body of a form is as an argument and as an answer, by OpenAPI 3.0. */
class FormBodiesTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() throws IOException {
        generated = Generated.compiled(folder, Files.readString(Path.of("src/test/resources/forms.yaml")));
    }

    @Test
    void a_form_is_one_argument_after_the_parameters() {
        assertThat(generated.source("api.DefaultApi"))
                .contains("""
                    AddPhotoResponse addPhoto(
                            @Bound("id") long id,
                            @Bound("body") @Nullable String body,
                            @Bound("X-Trace") @Nullable String xTrace,
                            AddPhotoRequest body2);
                """)
                .contains("    /** @param body2 What is uploaded. */\n");
    }

    @Test
    void a_form_that_need_not_be_there_may_be_null() {
        assertThat(generated.source("api.DefaultApi")).contains("createToken(@Nullable CreateTokenRequest body);");
    }

    @Test
    void one_schema_in_several_media_types_is_one_record() {
        assertThat(generated.source("api.DefaultApi")).contains("addDocument(Document body);");
    }

    @Test
    void one_inline_schema_that_is_written_twice_is_one_record() {
        assertThat(generated.source("api.DefaultApi")).contains("inlineTwice(InlineTwiceRequest body);");
        assertThat(generated.files()).noneMatch(file -> file.startsWith("InlineTwiceRequest1"));
    }

    @Test
    void different_schemas_in_several_media_types_are_an_object() {
        assertThat(generated.source("api.DefaultApi")).contains("either(Object body);");
    }

    @Test
    void a_multipart_body_that_is_an_array_is_a_list() {
        assertThat(generated.source("api.DefaultApi"))
                .contains("addBatch(List<Document> body);")
                .contains("replaceBatch(@Nullable List<FilePart> body);");
    }

    @Test
    void parts_that_are_not_named_are_a_map() {
        assertThat(generated.source("api.DefaultApi")).contains("anyFiles(Map<String, FilePart> body);");
    }

    @Test
    void a_body_without_schema_is_a_stream() {
        assertThat(generated.source("api.DefaultApi")).contains("withoutSchema(InputStream body);");
    }

    @Test
    void responses_of_parts_are_what_their_schema_says() {
        assertThat(generated.source("api.CreateTokenResponse"))
                .contains("Ok ok(Document body)")
                .contains("okAsMultipartMixed(List<InputStream> body)");
    }

    @Test
    void what_implements_it_reads_files_as_it_reads_the_rest() {
        generated.compileWith("Uses", """
                        import dev.writ.api.FilePart;
                        import dev.writ.spec.api.AddScanResponse;
                        import dev.writ.spec.api.FeedResponse;
                        import dev.writ.spec.model.*;
                        import java.io.IOException;
                        import java.nio.file.Path;

                        class Uses {
                            AddScanResponse addScan(Scan body) throws IOException {
                                for (FilePart file : body.additionalProperties().values()) {
                                    file.copyTo(Path.of("more"));
                                }
                                body.file().copyTo(Path.of(body.dpi() + ".png"));
                                return AddScanResponse.noContent();
                            }

                            FeedResponse feed(Feed body) throws IOException {
                                if (body instanceof FromFile it) {
                                    it.file().open().close();
                                }
                                return FeedResponse.noContent();
                            }
                        }
                        """);
    }
}
