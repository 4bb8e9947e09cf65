package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.writ.api.TypedResponse.Payload;
import dev.writ.engine.PetsApi.Answer;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QUERY and methods of one's own, through every way into the engine. */
class MethodsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String WORDS = "{\"words\":[\"a\"]}";

    /** What a team would write against generated interfaces. */
    @Singleton
    public static final class Notes implements NotesApi {
        @Override
        public Answer search(long id, JsonNode body) {
            return answer(Map.of("id", id, "found", body.get("words")));
        }

        @Override
        public Answer copy(long id, Map<String, Long> target) {
            return answer(Map.of("id", id, "to", target.get("to")));
        }

        private static Answer answer(Map<String, Object> value) {
            return new Answer(200, Payload.of(value, "application/json"));
        }
    }

    /** Against no interfaces at all. */
    @Singleton
    @Path("/api/notes/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class PlainNotes {
        @NotesApi.QUERY
        public Map<String, Object> search(@PathParam("id") int id, Map<String, Object> words) {
            return Map.of("id", id, "found", words.get("words"));
        }

        @NotesApi.COPY
        public Map<String, Object> copy(@PathParam("id") int id) {
            return Map.of("id", id);
        }
    }

    private static Writ notes() {
        return Writ.contract("methods.yaml").unimplemented(Unimplemented.NOT_IMPLEMENTED);
    }

    @Test
    void they_are_served_by_resources_through_a_port() throws Exception {
        try (WritServer server =
                notes().resources(Notes.class).listen("127.0.0.1", 0).start()) {
            every(URI.create("http://127.0.0.1:" + server.uri().getPort() + "/"));
        }
    }

    @Test
    void they_are_served_by_handlers_through_a_port() throws Exception {
        try (WritServer server = notes().on(
                        "search",
                        request -> Map.of(
                                "id",
                                request.path("id").asInt(),
                                "found",
                                request.body().json().orElseThrow().get("words")))
                .on(
                        "copy",
                        request -> Map.of(
                                "id",
                                1,
                                "to",
                                request.querystring().json().orElseThrow().get("to")))
                .on("lowerCopy", request -> OperationResponse.of(204))
                .listen("127.0.0.1", 0)
                .start()) {
            URI uri = URI.create("http://127.0.0.1:" + server.uri().getPort() + "/");
            every(uri);
            assertThat(send(uri, "copy", "").statusCode()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grizzly", "jdk"})
    void they_are_judged_in_an_application_that_dispatches_by_itself(String container) throws Exception {
        ResourceConfig application = new ResourceConfig(PlainNotes.class)
                .register(ContractFeature.of(ContractReader.read("methods.yaml"))
                        .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                        .responseChecks(ResponseChecks.ENFORCE));
        URI any = URI.create("http://127.0.0.1:0/");
        if (container.equals("jdk")) {
            HttpServer server = JdkHttpServerFactory.createHttpServer(any, application, true);
            try {
                judged(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            } finally {
                server.stop(0);
            }
        } else {
            org.glassfish.grizzly.http.server.HttpServer server =
                    GrizzlyHttpServerFactory.createHttpServer(any, application, true);
            try {
                NetworkListener listener = server.getListeners().iterator().next();
                judged(URI.create("http://127.0.0.1:" + listener.getPort() + "/"));
            } finally {
                server.shutdownNow();
            }
        }
    }

    @Test
    void the_test_client_has_them_too() {
        TestClient client = notes().on(
                        "search", request -> request.body().json().orElseThrow())
                .testClient();
        TestResponse found = client.query("/api/notes/1")
                .json(Map.of("words", new String[0]))
                .send();
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(client.request("COPY", "/api/notes/1?to=x").send().status()).isEqualTo(400);
        assertThat(client.request("Copy", "/api/notes/1?to=1").send().status()).isEqualTo(405);
    }

    private static void every(URI uri) throws Exception {
        judged(uri);
        HttpResponse<String> copied = send(uri, "COPY", "", "?to=7");
        assertThat(copied.statusCode()).as(copied.body()).isEqualTo(200);
        assertThat(JSON.readTree(copied.body())).isEqualTo(JSON.readTree("{\"id\":1,\"to\":7}"));
        assertThat(copied.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(copied.headers().firstValue("ETag")).isEmpty();

        HttpResponse<String> found = search(uri, WORDS);
        String tag = found.headers().firstValue("ETag").orElseThrow();
        assertThat(found.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(search(uri, WORDS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(search(uri, "{\"words\":[\"b\"]}", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    private static void judged(URI uri) throws Exception {
        HttpResponse<String> found = search(uri, WORDS);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(JSON.readTree(found.body())).isEqualTo(JSON.readTree("{\"id\":1,\"found\":[\"a\"]}"));

        JsonNode broken = JSON.readTree(search(uri, "{\"words\":[1]}").body());
        assertThat(broken.get("status").asInt()).isEqualTo(400);
        assertThat(broken.at("/violations/0/pointer").asText()).isEqualTo("/words/0");
        assertThat(broken.at("/violations/0/in").asText()).isEqualTo("body");
        assertThat(send(uri, "QUERY", "").statusCode()).as("without content").isEqualTo(400);
        HttpRequest untyped = HttpRequest.newBuilder(uri.resolve("/api/notes/1"))
                .method("QUERY", HttpRequest.BodyPublishers.ofString(WORDS))
                .build();
        assertThat(CLIENT.send(untyped, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);

        JsonNode named = JSON.readTree(send(uri, "COPY", "", "?to=a&other=1").body());
        assertThat(named.get("violations"))
                .extracting(violation -> violation.get("in").asText() + " "
                        + violation.get("name").asText() + " "
                        + violation.get("pointer").asText())
                .containsExactlyInAnyOrder("querystring target /to", "querystring target /other");
        assertThat(JSON.readTree(send(uri, "COPY", "").body())
                        .at("/violations/0/message")
                        .asText())
                .isEqualTo("target: is required");

        HttpResponse<String> other = send(uri, "Query", "");
        assertThat(other.statusCode()).isEqualTo(405);
        assertThat(other.headers().firstValue("Allow")).contains("COPY, OPTIONS, QUERY, copy");
        assertThat(send(uri, "OPTIONS", "").headers().firstValue("Allow")).contains("COPY, OPTIONS, QUERY, copy");
    }

    private static HttpResponse<String> search(URI uri, String words, String... fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve("/api/notes/1"))
                .header("Content-Type", "application/json")
                .method("QUERY", HttpRequest.BodyPublishers.ofString(words));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(URI uri, String method, String body, String... query)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri.resolve("/api/notes/1" + String.join("", query)))
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
