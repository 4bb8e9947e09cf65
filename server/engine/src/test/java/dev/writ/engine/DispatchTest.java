package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import java.io.IOException;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operation that was judged is the one that runs, whatever the client writes. */
class DispatchTest {
    private static final String HOST = "Host: localhost";

    private static WritServer server;
    private static RawClient client;

    @BeforeAll
    static void start() throws IOException {
        server = Writ.contract("dispatch.yaml")
                .resources(DispatchResource.class)
                .bind(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        Authenticator nobody = (credentials, client) -> new Authentication.Refused();
                        bind(nobody).to(Authenticator.class).named("Basic");
                    }
                })
                .responseChecks(ResponseChecks.ENFORCE)
                .listen("127.0.0.1", 0)
                .start();
        client = new RawClient(server.uri().getPort());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/x/averylongliteral, 200, open averylongliteral",
        "/%78/averylongliteral, 200, open averylongliteral",
        "/y/averylongliteral, 401, unauthorized",
        "/x/a%2Fb, 200, open a/b",
        "/names/1?id=2&ID=3, 200, 1 2 3 4",
        "/a%20b/%C3%BC/tilde~;v=1/plus+, 200, special",
        "/numbers?n=7, 200, numbers 7",
    })
    void what_was_judged_is_what_runs(String target, int status, String content) throws IOException {
        assertThat(client.send("GET " + target, HOST, "id: 4"))
                .startsWith("HTTP/1.1 " + status)
                .contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: my_service:80", "Host: [::1]:80", "Host: EXAMPLE.org", "Host: a%20b"})
    void any_authority_will_do(String host) throws IOException {
        assertThat(client.send("GET /x/1", host)).startsWith("HTTP/1.1 200").contains("open 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a/b",
                "Host: a b",
                "Host: [::1",
                "Host: a%zz",
                "Host: ::1",
                "Host: x:-1",
                "Host: <script>",
                "Host: \u00ff",
                "Host: h/x",
                "Host: user@h",
                "Host: [::::]",
                "Host: [1.2.3.4]",
                "Host: [....]",
            })
    void what_is_no_authority_is_refused(String host) throws IOException {
        assertThat(client.send("GET /x/1", host))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("Host names no server.");
    }

    @Test
    void a_value_that_the_type_cannot_hold_is_refused_with_its_place() throws IOException {
        assertThat(client.send("GET /numbers?n=99999999999999999999", HOST))
                .startsWith("HTTP/1.1 400")
                .contains("\"in\":\"query\",\"name\":\"n\"");
        String body = "{\"a\":[1,99999999999999999999]}";
        assertThat(client.send(
                        "POST /numbers",
                        HOST,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length(),
                        "",
                        body))
                .startsWith("HTTP/1.1 400")
                .contains("\"pointer\":\"/a/1\"");
    }

    @Test
    void head_that_the_contract_declares_is_an_operation_of_its_own() throws IOException {
        assertThat(client.send("HEAD /numbers", HOST)).startsWith("HTTP/1.1 204");
    }

    @Test
    void a_body_where_none_is_declared_is_left_alone() throws IOException {
        assertThat(client.send("GET /x/1", HOST, "Content-Type: application/json", "Content-Length: 2", "", "{}"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_content_coding_is_not_taken_for_the_content() throws IOException {
        assertThat(client.send(
                        "POST /numbers",
                        HOST,
                        "Content-Type: application/json",
                        "Content-Encoding: br",
                        "Content-Length: 2",
                        "",
                        "{}"))
                .startsWith("HTTP/1.1 415")
                .contains("Accept-Encoding: gzip, deflate");
    }

    @Test
    void every_answer_is_dated() throws IOException {
        assertThat(client.send("GET /x/1", HOST)).containsPattern("\r\nDate: \\w{3}, \\d\\d \\w{3} \\d{4} ");
    }

    @Test
    void options_of_the_whole_server_is_answered() throws IOException {
        assertThat(client.send("OPTIONS *", HOST)).startsWith("HTTP/1.1 204");
    }
}
