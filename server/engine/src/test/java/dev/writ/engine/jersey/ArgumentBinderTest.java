package dev.writ.engine.jersey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.writ.api.Bound;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.UnbindableException;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.json.Json;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.In;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.Arguments;
import dev.writ.engine.validate.BodyLimits;
import dev.writ.engine.validate.RequestChecker;
import dev.writ.engine.validate.UnknownQueryParameters;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a generated method gets of a checked request. */
class ArgumentBinderTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Ids: {type: array, items: {type: integer}}
                Sizes: {type: array, items: {type: string, enum: [small, large]}}
                Filter: {type: object, properties: {name: {type: string}, age: {type: integer}}}
                Free: {type: object}
                Size: {type: string, enum: [small, large]}
                Encoded: {type: string, format: byte}
                Binary: {type: string, format: binary}
                Any: {}
            """);

    /** As the generator writes it. */
    @SuppressWarnings("UnusedMethod")
    interface Api {
        void parameters(
                @Bound("ids") List<Long> ids,
                @Bound("sizes") List<Size> sizes,
                @Bound("filter") Filter filter,
                @Bound("free") Map<String, Object> free,
                @Bound("size") @Nullable Size size);

        void octets(@Bound("encoded") byte[] encoded, @Bound("binary") InputStream binary);

        void bytes(byte[] body);

        void stream(InputStream body);

        void text(String body);

        void anything(Object body);

        void list(List<Object> body);
    }

    enum Size {
        @JsonProperty("small")
        SMALL,
        @JsonProperty("large")
        LARGE
    }

    record Filter(String name, int age) {}

    private static SchemaNode schema(String name) {
        return CONTRACT.schemas().stream()
                .filter(node -> node.pointer().equals("/components/schemas/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static Parameter parameter(String name, Style style, String schema) {
        SchemaNode node = schema(schema);
        return new Parameter(
                name, In.QUERY, false, false, new Serialization.Styled(style, true, false), node, node.place());
    }

    private static final Operation OPERATION = new Operation(
            "t",
            "POST",
            List.of(""),
            PathTemplate.parse("/t"),
            List.of(
                    parameter("ids", Style.FORM, "Ids"),
                    parameter("sizes", Style.FORM, "Sizes"),
                    parameter("filter", Style.DEEP_OBJECT, "Filter"),
                    parameter("free", Style.DEEP_OBJECT, "Free"),
                    parameter("size", Style.FORM, "Size"),
                    parameter("encoded", Style.FORM, "Encoded"),
                    parameter("binary", Style.FORM, "Binary")),
            Optional.of(new RequestBody(
                    false,
                    List.of(new MediaTypeObject(
                            "*/*", Optional.of(schema("Any")), schema("Any").place())),
                    schema("Any").place())),
            List.of(),
            List.of(),
            schema("Any").place());

    private static BoundValues bind(String method, String query, String contentType, String body)
            throws UnbindableException, IOException {
        Arguments arguments = new RequestChecker(
                        OPERATION,
                        CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT),
                        new Schemas(CONTRACT),
                        BodyLimits.DEFAULT,
                        UnknownQueryParameters.IGNORE)
                .check(
                        Map.of(),
                        Optional.of(query),
                        Headers.none(),
                        BodySource.of(body.getBytes(StandardCharsets.UTF_8)),
                        MediaType.parse(contentType))
                .fold(valid -> valid, violations -> {
                    throw new AssertionError(violations);
                });
        Request request = new Request(
                "1",
                "::1",
                "POST",
                URI.create("http://h/"),
                "/t",
                Optional.of(query),
                Headers.none(),
                BodySource.of(new byte[0]));
        return new ArgumentBinder(OPERATION, method(method), Json.mapper())
                .bind(new Call(request, OPERATION, Optional.empty(), arguments, Optional.empty()));
    }

    private static Method method(String name) {
        return Arrays.stream(Api.class.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(@Nullable Object body) throws IOException {
        if (body instanceof InputStream stream) {
            return "stream " + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return body instanceof byte[] bytes
                ? "bytes " + new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(body);
    }

    @Test
    void arrays_objects_and_enums_arrive_as_their_types() throws Exception {
        BoundValues bound = bind(
                "parameters",
                "ids=1&ids=2&sizes=small&filter[name]=Rex&filter[age]=3&free[a][]=x&size=large",
                "text/plain",
                "");
        assertThat(bound.keys())
                .containsExactly(
                        "parameter  ids",
                        "parameter  sizes",
                        "parameter  filter",
                        "parameter  free",
                        "parameter  size");
        assertThat(bound.values())
                .containsExactly(
                        List.of(1L, 2L),
                        List.of(Size.SMALL),
                        new Filter("Rex", 3),
                        Map.of("a", List.of("x")),
                        Size.LARGE);
    }

    @Test
    void octets_arrive_decoded_or_as_they_are() throws Exception {
        @Nullable
        Object[] values = bind("octets", "encoded=YWI%3D&binary=a%C3%A4", "text/plain", "")
                .values();
        assertThat(text(values[0])).isEqualTo("bytes ab");
        assertThat(text(values[1])).isEqualTo("stream aä");
    }

    @ParameterizedTest
    @CsvSource({"bytes, 0", "stream, 0", "text, 0", "anything, 0", "list, 1", "parameters, 0"})
    void what_an_argument_cannot_hold_is_known_at_start(String method, int count) {
        assertThat(new ArgumentBinder(OPERATION, method(method), Json.mapper()).unbindable())
                .hasSize(count)
                .allMatch(type -> type.mediaType().equals("*/*"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes, application/octet-stream, abc, bytes abc",
        "stream, application/octet-stream, abc, stream abc",
        "stream, application/json, 5, stream 5",
        "stream, text/plain, abc, stream abc",
        "text, text/plain, abc, abc",
        "text, application/xml, <a/>, <a/>",
        "anything, application/json, '{\"a\":[1]}', {a=[1]}",
        "anything, text/plain, abc, abc",
        "anything, image/png, abc, stream abc",
        "list, application/json, '[1,\"a\"]', '[1, a]'",
        "bytes, text/plain, YWJj, bytes abc",
        "text, application/json, '', null",
    })
    void a_body_arrives_as_what_the_argument_is(String method, String contentType, String body, String expected)
            throws Exception {
        assertThat(text(bind(method, "", contentType, body).values()[0])).isEqualTo(expected);
    }

    @Test
    void bytes_that_are_no_text_are_refused_where_a_text_is_wanted() {
        assertThatThrownBy(() -> bind("text", "", "application/xml; charset=us-ascii", "ä"))
                .isInstanceOf(UnbindableException.class);
    }

    @Test
    void bytes_are_no_list() {
        assertThatThrownBy(() -> bind("list", "", "application/xml", "<a/>"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("application/xml");
    }
}
