package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponsesTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofPaths("3.1.0", """
                /things:
                  get:
                    operationId: listThings
                    responses:
                      '200':
                        description: All of them.
                        headers:
                          ETag: {required: true, schema: {type: string}}
                          X-Total: {required: true, schema: {type: integer, format: int64}}
                          Link: {schema: {type: string}}
                          Expires-At: {schema: {type: string, format: date-time}}
                          Allow: {schema: {type: array, items: {type: string}}}
                          Content-Type: {required: true, schema: {type: string}}
                        content:
                          application/json:
                            schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                          text/csv: {schema: {type: string}}
                          image/*: {}
                      '299': {description: Odd.}
                      '304': {description: Not modified.}
                      '404':
                        description: None.
                        content:
                          application/problem+json: {schema: {$ref: '#/components/schemas/NotFound'}}
                          application/json: {schema: {$ref: '#/components/schemas/NotFound'}}
                      4XX:
                        description: Wrong.
                        content:
                          application/problem+json: {schema: {type: object}}
                      default:
                        description: Else.
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                """, """
                Thing:
                  type: object
                  required: [id]
                  properties: {id: {type: integer, format: int64}}
                NotFound:
                  type: object
                  required: [why]
                  properties: {why: {type: string}}
                """));
    }

    @Test
    void whatever_is_declared_can_be_said() {
        generated.compileWith("Uses", """
                import dev.writ.spec.api.ListThingsResponse;
                import dev.writ.spec.model.NotFound;
                import dev.writ.spec.model.Thing;
                import java.io.InputStream;
                import java.time.OffsetDateTime;
                import java.util.List;

                class Uses {
                    ListThingsResponse[] all(List<Thing> things, InputStream image, OffsetDateTime time) {
                        return new ListThingsResponse[] {
                            ListThingsResponse.ok(things).eTag("1").xTotal(5L),
                            ListThingsResponse.ok(things).eTag("1").xTotal(5L).link("x").expiresAt(time),
                            ListThingsResponse.ok(things).eTag("1").xTotal(5L).allow(List.of("GET", "HEAD")),
                            ListThingsResponse.okAsTextCsv("1,2").eTag("1").xTotal(5L),
                            ListThingsResponse.okAsImageAny(image, "image/png").eTag("1").xTotal(5L),
                            ListThingsResponse.status299(),
                            ListThingsResponse.notModified(),
                            ListThingsResponse.notFound(),
                            ListThingsResponse.notFound("There is no such thing."),
                            ListThingsResponse.notFoundAsApplicationJson(new NotFound("gone")),
                            ListThingsResponse.clientError(418),
                            ListThingsResponse.clientError(418, "I am a teapot."),
                            ListThingsResponse.status(500, new Thing(1))
                        };
                    }
                }
                """);
    }

    @Test
    void a_response_says_its_status_headers_and_payload() {
        Object response = calls("""
                return ListThingsResponse.ok(List.of()).eTag("\\"1\\"").xTotal(5L).allow(List.of("GET", "HEAD"))
                        .expiresAt(OffsetDateTime.parse("2026-01-02T03:04Z"));
                """);

        assertThat(response)
                .hasToString("200 {ETag=[\"1\"], X-Total=[5], Allow=[GET,HEAD], Expires-At=[2026-01-02T03:04:00Z]}"
                        + " Value[body=[], mediaType=application/json]");
    }

    @Test
    void problems_are_left_to_the_engine() {
        assertThat(calls("return ListThingsResponse.notFound(\"No.\");"))
                .hasToString("404 {} Problem[detail=Optional[No.]]");
        assertThat(calls("return ListThingsResponse.clientError(418);"))
                .hasToString("418 {} Problem[detail=Optional.empty]");
    }

    @Test
    void no_content_is_none() {
        assertThat(calls("return ListThingsResponse.notModified();")).hasToString("304 {} None[]");
    }

    @Test
    void a_status_outside_of_its_range_is_refused() {
        assertThat(calls("return ListThingsResponse.clientError(500);"))
                .hasToString("java.lang.IllegalArgumentException: Not a status from 400 to 499: 500");
    }

    /** What the statements return, as text. */
    private static Object calls(String statements) {
        generated.compileWith("dev.writ.spec.Calls", """
                package dev.writ.spec;

                import dev.writ.api.TypedResponse;
                import dev.writ.spec.api.ListThingsResponse;
                import java.time.OffsetDateTime;
                import java.util.List;
                import java.util.concurrent.Callable;

                public final class Calls implements Callable<String> {
                    static final List<Class<?>> USED = List.of(OffsetDateTime.class, List.class);

                    @Override
                    public String call() {
                        try {
                            TypedResponse response = response();
                            return response.status() + " " + response.headers() + " " + response.payload();
                        } catch (IllegalArgumentException e) {
                            return e.toString();
                        }
                    }

                    static ListThingsResponse response() {
                """ + statements + "}}");
        try {
            return ((java.util.concurrent.Callable<?>)
                            generated.load("Calls").getConstructor().newInstance())
                    .call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
