package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several contracts in one application. */
class EnginesTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /things/1, 200, pets GET /things/{id}",
        "POST, /things/1, 200, shop POST /things/{id}",
        "POST, /things/new, 200, shop POST /things/{id}",
        "GET, /things/new, 200, pets GET /things/new",
        "GET, /only, 200, shop GET /only",
        "PUT, /nothing, 404, ''",
    })
    void each_request_is_answered_by_the_contract_that_has_it(String method, String path, int status, String content) {
        Response response = handle(
                engines(
                        contract("pets", "", "GET /things/{id}", "GET /things/new"),
                        contract("shop", "", "POST /things/{id}", "GET /only")),
                method,
                path);
        assertThat(response.status()).isEqualTo(status);
        assertThat(text(response)).contains(content);
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, 204", "PUT, 405"})
    void allow_has_the_methods_of_all(String method, int status) {
        Response response = handle(
                engines(contract("a", "", "GET /things/{id}"), contract("b", "", "POST /things/{name}")),
                method,
                "/things/1");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Allow")).contains("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void options_of_the_whole_server_allows_nothing_in_particular() {
        Response response = handle(engines(contract("a", "", "GET /things")), "OPTIONS", "*");
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().first("Allow")).isEmpty();
    }

    @Test
    void the_same_method_and_path_in_two_contracts_is_a_fault() {
        assertThatThrownBy(() ->
                        engines(contract("a", "/api", "GET /v1/{x}"), contract("b", "/api/v1", "GET /{y}", "PUT /{y}")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("1 fault")
                .hasMessageContaining("b.yaml:")
                .hasMessageContaining("cannot be told from GET /v1/{x} (a GET /v1/{x}) at a.yaml:");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/openapi.yaml, a",
        "/b/openapi.yaml, b",
        "/b/, b",
        "/b/ui/, b",
        "/b/ui/swagger-ui.css, ''",
        "/openapi.yaml, a",
        "/problems/not-found, Not Found",
    })
    void documents_are_under_the_base_path_and_those_of_the_first_at_the_root_too(String path, String content) {
        assertDocument(engines(contract("a", "/a", "GET /x"), contract("b", "/b", "GET /x")), path, content);
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.yaml, none",
        "/2/openapi.yaml, variable",
        "/api/openapi.yaml, first",
        "/api/4/openapi.yaml, second",
        "/api/4/ui/, second",
    })
    void documents_of_contracts_that_share_a_base_path_are_told_apart_by_number(String path, String content) {
        assertDocument(
                engines(
                        contract("none", "", "GET /x"),
                        contract("variable", "/{v}/y", "GET /x"),
                        contract("first", "/api", "GET /x"),
                        contract("second", "/api", "GET /y")),
                path,
                content);
    }

    @Test
    void a_base_path_leads_to_its_landing_page() {
        Response response = handle(engines(contract("a", "/a/b", "GET /x")), "GET", "/a/b");
        assertThat(response.status()).isEqualTo(308);
        assertThat(response.headers().first("Location")).contains("/a/b/");
        assertThat(handle(engines(contract("a", "/a/b", "GET /x")), "PUT", "/a/b/ui/")
                        .status())
                .isEqualTo(405);
    }

    private static void assertDocument(Application application, String path, String content) {
        Response response = handle(application, "GET", path);
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).contains(content);
        assertThat(response.headers().first("ETag")).isPresent();
    }

    /** Its operations say their contract and name. */
    private static Engine contract(String title, String base, String... operations) {
        StringBuilder paths = new StringBuilder();
        Arrays.stream(operations)
                .map(operation -> operation.substring(operation.indexOf('/')))
                .distinct()
                .forEach(path -> {
                    paths.append("  ").append(path).append(":\n");
                    if (path.contains("{")) {
                        paths.append("    parameters: [{name: ")
                                .append(path.replaceAll(".*\\{(.*)}.*", "$1"))
                                .append(", in: path, required: true, schema: {type: string}}]\n");
                    }
                    Stream.of(operations)
                            .filter(operation -> operation.endsWith(" " + path))
                            .map(operation -> operation.substring(0, operation.indexOf(' ')))
                            .forEach(method -> paths.append("    ")
                                    .append(method.toLowerCase(Locale.ROOT))
                                    .append(": {operationId: '")
                                    .append(title + " " + method + " " + path)
                                    .append("', responses: {'200': {description: ok}}}\n"));
                });
        Contract contract = ContractReader.parse(
                title + ".yaml",
                "openapi: 3.1.0\ninfo: {title: " + title + ", version: '1'}\nservers: [{url: 'https://example.org"
                        + base + "', variables: {v: {default: '1'}}}]\npaths:\n" + paths);
        EngineBuilder builder = new EngineBuilder(contract);
        contract.operations()
                .forEach(operation -> builder.on(
                        operation.operationId(),
                        call -> Response.of(
                                200,
                                "text/plain",
                                call.operation().operationId().getBytes(StandardCharsets.UTF_8))));
        return builder.build();
    }

    private static Application engines(Engine... engines) {
        return new Engines(List.of(engines));
    }

    private static Response handle(Application application, String method, String path) {
        return application
                .begin(new Request(
                        "id",
                        "127.0.0.1",
                        method,
                        URI.create("http://localhost/"),
                        path,
                        Optional.empty(),
                        Headers.none(),
                        BodySource.of(new byte[0])))
                .answer();
    }

    private static String text(Response response) {
        return new String(response.content().bytes(), StandardCharsets.UTF_8);
    }
}
