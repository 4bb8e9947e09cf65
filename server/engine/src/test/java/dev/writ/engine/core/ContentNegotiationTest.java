package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.body;
import static dev.writ.engine.core.Requests.get;
import static dev.writ.engine.core.Requests.request;
import static dev.writ.engine.core.Requests.text;
import static dev.writ.engine.core.Requests.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media types: which a request may have, and which an answer gets. */
class ContentNegotiationTest {
    private static final Handler NOTHING = call -> Response.of(204);

    /** Answers with the negotiated type as content, and leaves the media type open. */
    private static final Handler OPEN = call -> new Response(
            200,
            Headers.none(),
            Content.of(
                    call.responseType().map(MediaType::toString).orElse("none").getBytes(StandardCharsets.UTF_8)));

    private static Engine engine(Declared declared, Handler handler) {
        return new EngineBuilder(declared.contract())
                .on("op", handler)
                .settings(Settings.DEFAULT.withResponseChecks(ResponseChecks.OFF))
                .build();
    }

    private static Response post(Engine engine, Headers headers) {
        return engine.handle(request("POST", "/x", headers, body("")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json, taken",
        "application/json, application/json; charset=UTF-8, taken",
        "application/json; charset=utf-8, application/json, taken",
        "application/json; charset=utf-8, application/json; charset=latin1, 415",
        "application/json; version=2, application/json; version=2, taken",
        "application/json; version=2, application/json, 415",
        "application/json, application/vnd.x+json, 415",
        "application/json, text/plain, 415",
        "application/json, 'application/json, text/plain', 415",
        "application/json, nonsense, 415",
        "application/json, '', 415",
        "text/*, text/csv, taken",
        "text/*, image/png, 415",
        "text/*, text/*, 415",
        "*/*, image/png, taken",
        "application/octet-stream, '', taken",
        "*/*, '', taken",
    })
    void the_type_of_a_body_is_one_that_is_declared(String declared, String sent, String outcome) {
        Engine engine = engine(new Declared().takes(declared).answers("204"), NOTHING);
        Headers headers = sent.isEmpty() ? Headers.none() : Headers.of("Content-Type", sent);
        Response response = engine.handle(request("POST", "/x", headers, unreadable(OptionalLong.of(3))));
        // A body that is taken is read, which this one cannot be.
        assertThat(response.status()).isEqualTo(outcome.equals("415") ? 415 : 400);
        if (outcome.equals("415")) {
            assertThat(text(response)).contains("Taken: " + declared.replace("; ", ";"));
        }
    }

    @Test
    void without_a_body_nothing_has_to_be_its_type() {
        Engine engine = engine(new Declared().takes("application/json").answers("204"), NOTHING);
        assertThat(post(engine, Headers.none()).status()).isEqualTo(204);
        assertThat(post(engine, Headers.of("Content-Type", "text/plain")).status())
                .isEqualTo(204);
    }

    @Test
    void a_body_that_is_not_declared_is_neither_judged_nor_read() {
        Engine engine = engine(new Declared().answers("204"), NOTHING);
        BodySource body = unreadable(OptionalLong.of(3));
        assertThat(engine.handle(request("POST", "/x", Headers.of("Content-Type", "text/plain"), body))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json text/csv | | application/json",
                "application/json text/csv | */* | application/json",
                "application/json text/csv | text/csv;q=0.9, application/json;q=0.8 | text/csv",
                "application/json text/csv | text/*;q=0.9, */*;q=0.1 | text/csv",
                "application/json text/csv | application/*, application/json;q=0 | 406",
                "application/json text/csv | image/png | 406",
                "application/json | application/json; charset=utf-8 | application/json",
                "text/plain;v=1 text/plain;v=2 | text/plain;v=2 | text/plain;v=2",
                "text/plain;v=1 text/plain;v=2 | text/plain;q=0.1, text/plain;v=2;q=0.2 | text/plain;v=2",
                "text/plain | text/plain;v=2 | 406",
                "text/plain;a=\"b,c\" text/csv | text/plain;a=\"b,c\" | text/plain;a=\"b,c\"",
                "image/* | image/png | image/png",
                "image/* | image/webp;q=0.5, image/png;q=0.7 | image/png",
                "image/* | image/*;q=0.5, image/png;q=0 | image/*",
                "image/* | text/html | 406",
                "*/* | text/html | text/html",
                "*/* | | */*",
            })
    void the_answer_is_in_the_declared_type_that_the_client_wants_most(String declared, String accept, String outcome) {
        Engine engine = engine(new Declared().answers("200", declared.split(" ")), OPEN);
        Response response = post(engine, accept == null ? Headers.none() : Headers.of("Accept", accept));
        if (outcome.equals("406")) {
            assertThat(response.status()).isEqualTo(406);
            assertThat(text(response)).contains("On offer: " + declared.replace(" ", ", "));
            return;
        }
        assertThat(text(response)).isEqualTo(outcome);
        boolean open = outcome.endsWith("*");
        assertThat(response.headers().first("Content-Type").orElse("none")).isEqualTo(open ? "none" : outcome);
        boolean chosen = declared.contains(" ") || declared.contains("*");
        assertThat(response.headers().all("Vary")).isEqualTo(chosen ? List.of("Accept") : List.of());
    }

    @Test
    void an_operation_that_answers_without_content_does_not_care() {
        Engine engine = engine(new Declared().answers("204").answers("400", "application/problem+json"), NOTHING);
        Response response = post(engine, Headers.of("Accept", "image/png"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().all("Vary")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"application/problem+json, 200", "application/json, 200", "text/csv, 406"})
    void where_only_a_default_is_declared_its_content_is_on_offer_unless_it_is_a_problem(String accept, int status) {
        Declared declared = accept.equals("application/problem+json")
                ? new Declared().answers("default", "application/problem+json")
                : new Declared().answers("default", "application/json", "application/problem+json");
        Engine engine = engine(declared, OPEN);
        assertThat(post(engine, Headers.of("Accept", accept)).status()).isEqualTo(status);
    }

    @Test
    void the_type_is_one_of_the_status_that_is_answered() {
        Engine engine = engine(
                new Declared().answers("200", "text/csv").answers("202", "text/plain", "application/json"),
                call -> new Response(202, Headers.none(), Content.of(new byte[] {'1'})));
        assertThat(post(engine, Headers.of("Accept", "application/json, text/csv"))
                        .headers()
                        .first("Content-Type"))
                .contains("application/json");
        assertThat(post(engine, Headers.of("Accept", "text/csv")).headers().first("Content-Type"))
                .contains("text/plain");
    }

    @Test
    void a_type_and_a_vary_that_the_handler_gives_stay() {
        Engine engine = engine(
                new Declared().answers("200", "text/csv", "text/plain"),
                call -> Response.of(200, "text/plain", new byte[] {'1'}).withHeader("Vary", "Origin"));
        Response response = post(engine, Headers.of("Accept", "text/csv"));
        assertThat(response.headers().first("Content-Type")).contains("text/plain");
        assertThat(response.headers().first("Vary")).contains("Origin, Accept");
    }

    @Test
    void no_header_that_a_client_sends_costs_a_failure() {
        Engine engine = engine(new Declared().answers("200", "text/csv"), OPEN);
        String hostile = "text/csv;a=\"" + "\\\\".repeat(8000) + "\"";
        assertThat(post(engine, Headers.of(Map.of("Accept", List.of(hostile, "\"".repeat(16_000)))))
                        .status())
                .isEqualTo(200);
        assertThat(engine.handle(get("/x", Headers.none())).status()).isEqualTo(405);
    }
}
