package dev.writ.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.writ.engine.model.Contract;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents of the network, and those that a caller gets in its own way. */
@Timeout(60)
class NetworkTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {A: {$ref: 'TARGET'}}}
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private final String host;

    NetworkTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host = "localhost:" + server.getAddress().getPort();
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        answer("/a.yaml", 200, "type: object\nproperties: {b: {$ref: 'b.yaml#/B'}}\n");
        answer("/b.yaml", 200, "B: {type: string}\n");
        answer("/file.yaml", 200, "$ref: 'file:///etc/hostname'\n");
        redirect("/moved", "/a.yaml");
        redirect("/away", "http://127.0.0.2:1/a.yaml");
        redirect("/round", "/round");
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) '#');
            try (OutputStream body = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    body.write(block);
                }
            }
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('#');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_host_that_is_allowed_is_asked_and_its_documents_may_refer_to_one_another() {
        Contract contract = load("http://" + host + "/a.yaml", loader());
        assertThat(contract.documents().find(URI.create("http://" + host + "/b.yaml")))
                .isPresent();
        assertThat(load("http://" + host + "/moved", loader()).warnings()).isEmpty();
    }

    @Test
    void a_host_that_is_not_allowed_is_not_asked() {
        assertThatThrownBy(() -> load("http://" + host + "/a.yaml", new ContractLoader()))
                .hasMessageContaining("4:24 (/components/schemas/A)")
                .hasMessageContaining("unless it is allowed: allowHost(\"" + host + "\")");
        assertThatThrownBy(() -> load("http://" + host + "/away", loader()))
                .hasMessageContaining("unless it is allowed: allowHost(\"127.0.0.2:1\")");
    }

    @Test
    void what_never_ends_or_never_comes_is_a_fault() {
        assertThatThrownBy(() -> load("http://" + host + "/endless", loader()))
                .hasMessageContaining("larger than 16777216 bytes");
        assertThatThrownBy(() -> load("http://" + host + "/silent", loader().timeout(Duration.ofMillis(300))))
                .hasMessageContaining("no whole answer within 300 ms");
        assertThatThrownBy(() -> load("http://" + host + "/round", loader()))
                .hasMessageContaining("redirected more than 5 times");
        assertThatThrownBy(() -> load("http://" + host + "/none", loader())).hasMessageContaining("the answer was 404");
    }

    @Test
    void the_network_does_not_lead_back_to_this_machine() {
        assertThatThrownBy(() -> load("http://" + host + "/file.yaml", loader()))
                .hasMessageContaining("a document of the network must not refer to this machine");
    }

    @Test
    void a_caller_may_get_documents_in_its_own_way() {
        ContractLoader own = new ContractLoader()
                .retriever(uri -> uri.getScheme().equals("urn")
                        ? Optional.of("{\"type\": \"string\"}".getBytes(StandardCharsets.UTF_8))
                        : Optional.empty());
        assertThat(load("urn:example:a", own).schemas()).hasSize(2);
        assertThatThrownBy(() -> load("other:a", own)).hasMessageContaining("there is no document at other:a");
    }

    private ContractLoader loader() {
        return new ContractLoader().allowHost(host);
    }

    private static Contract load(String reference, ContractLoader loader) {
        return loader.parse("t.yaml", DOCUMENT.replace("TARGET", reference));
    }

    private void answer(String path, int status, String text) {
        server.createContext(path, exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }
}
