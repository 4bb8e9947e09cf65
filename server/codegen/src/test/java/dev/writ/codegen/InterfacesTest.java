package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterfacesTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofPaths("3.0.3", """
                /things/{id}/parts/{part-id}:
                  parameters:
                    - {name: part-id, in: path, required: true, schema: {type: string, format: uuid}}
                    - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
                  get:
                    operationId: find_parts
                    tags: [spare parts, more]
                    summary: Find
                    description: 'Ends here */ with <b>, @tags, \\u0041 and `code {@`.'
                    deprecated: true
                    parameters:
                      - {name: id, in: query, description: The other id., schema: {type: string}}
                      - {name: size, in: query, schema: {type: integer, format: int32, default: 10}}
                      - {name: sort, in: query, schema: {type: string, enum: [up, down], default: up}}
                      - {name: since, in: query, schema: {type: string, format: date-time}}
                      - {name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}
                      - {name: ids, in: query, schema: {type: array, items: {type: integer, format: int64}}}
                      - {name: If-None-Match, in: header, schema: {type: string}}
                      - {name: Authorization, in: header, schema: {type: string}}
                      - {name: sid, in: cookie, required: true, schema: {type: string}}
                    responses: {'204': {description: Done}}
                  head:
                    operationId: headParts
                    tags: [spare parts]
                    responses: {'204': {description: Done}}
                  options:
                    operationId: optionsParts
                    responses: {'204': {description: Done}}
                /things:
                  post:
                    operationId: notify
                    requestBody:
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Filter'}
                    responses: {'204': {description: Done}}
                  put:
                    operationId: upload
                    requestBody:
                      required: true
                      content:
                        application/octet-stream:
                          schema: {type: string, format: binary}
                    responses: {'204': {description: Done}}
                  patch:
                    operationId: change
                    requestBody:
                      required: true
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Filter'}}
                        text/plain: {schema: {type: string}}
                    responses: {'204': {description: Done}}
                  delete:
                    responses: {'204': {description: Done}}
                """, """
                Filter:
                  type: object
                  properties:
                    name: {type: string}
                """));
    }

    @Test
    void arguments_are_bound_by_name_and_say_what_may_be_missing() {
        assertThat(generated.source("api.SparePartsApi")).contains("""
                    @GET
                    @Path("/things/{id}/parts/{part-id}")
                    @OperationId("find_parts")
                    FindPartsResponse findParts(
                            @Bound(value = "id", in = "path") long id,
                            @Bound("part-id") UUID partId,
                            @Bound(value = "id", in = "query") @Nullable String id2,
                            @Bound("size") int size,
                            @Bound("sort") FindPartsSortParameter sort,
                            @Bound("since") @Nullable OffsetDateTime since,
                            @Bound("filter") @Nullable Filter filter,
                            @Bound("ids") @Nullable List<Long> ids,
                            @Bound("If-None-Match") @Nullable String ifNoneMatch,
                            @Bound("sid") String sid);
                """);
    }

    @Test
    void descriptions_cannot_break_the_comment() {
        assertThat(generated.source("api.SparePartsApi")).contains("""
                     * Find.
                     *
                     * <p>Ends here *&#47; with &lt;b&gt;, &#64;tags, &#92;u0041 and <code>code {&#64;</code>.
                     *
                     * <p>Deprecated in the contract.
                     *
                     * @param id2 The other id.
                     */
                """);
    }

    @Test
    void an_operation_is_in_the_interface_of_its_first_tag() {
        assertThat(generated.files())
                .contains("SparePartsApi.java", "DefaultApi.java")
                .doesNotContain("MoreApi.java");
    }

    @Test
    void an_optional_body_may_be_null() {
        assertThat(generated.source("api.DefaultApi")).contains("NotifyResponse notify_(@Nullable Filter body);");
    }

    @Test
    void a_binary_body_is_a_stream() {
        assertThat(generated.source("api.DefaultApi")).contains("upload(InputStream body);");
    }

    @Test
    void bodies_of_several_types_are_an_object() {
        assertThat(generated.source("api.DefaultApi")).contains("change(Object body);");
    }

    @Test
    void an_operation_without_id_is_called_after_its_path() {
        assertThat(generated.source("api.DefaultApi")).contains("@OperationId(\"thingsDelete\")");
    }

    @Test
    void head_and_options_are_methods_where_the_contract_has_them() {
        assertThat(generated.source("api.SparePartsApi")).contains("@HEAD").contains("HeadPartsResponse headParts(");
        assertThat(generated.source("api.DefaultApi")).contains("@OPTIONS");
    }

    @Test
    void operations_of_one_name_are_a_fault(@TempDir Path elsewhere) {
        String document = Documents.ofPaths("3.0.3", """
                /a:
                  get: {operationId: get-it, responses: {'204': {description: Done}}}
                  post: {operationId: getIt, responses: {'204': {description: Done}}}
                """, "");

        assertThatThrownBy(() -> Generated.from(elsewhere, document))
                .hasStackTraceContaining("The operations get-it and getIt would both be called getIt");
    }

    private static final String TWO = Documents.ofPaths("3.0.3", """
            /a:
              get: {operationId: now, responses: {'204': {description: Done}}}
              post: {operationId: soon, responses: {'204': {description: Done}}}
            """, "");

    @Test
    void a_method_answers_later_where_the_build_says_so(@TempDir Path elsewhere) {
        Generated some =
                Generated.from(elsewhere, TWO, options -> options.addAdditionalProperty("asyncOperations", " soon "));
        some.compile(Map.of()).orFail();
        assertThat(some.source("api.DefaultApi"))
                .contains("import java.util.concurrent.CompletionStage;")
                .contains("    NowResponse now();")
                .contains("    CompletionStage<SoonResponse> soon();");
    }

    @Test
    void all_methods_may_answer_later(@TempDir Path elsewhere) {
        assertThat(Generated.from(elsewhere, TWO, options -> options.addAdditionalProperty("asyncOperations", "*"))
                        .source("api.DefaultApi"))
                .contains("CompletionStage<NowResponse> now();", "CompletionStage<SoonResponse> soon();");
    }

    @Test
    void what_is_to_answer_later_has_to_be_there(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Generated.from(
                        elsewhere, TWO, options -> options.addAdditionalProperty("asyncOperations", "soon,never")))
                .hasStackTraceContaining("asyncOperations names [never], which are none of the operations [now, soon]");
    }
}
