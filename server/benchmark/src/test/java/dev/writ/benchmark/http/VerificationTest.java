package dev.writ.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VerificationTest {
    @Test
    void a_contestant_that_answers_everything_alike_is_found_out() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        try {
            Contestant contestant =
                    new Contestant("yes", "Yes", "", Level.CONTRACT, true, (port, checked) -> List.of());
            List<String> faults = new Verification()
                    .faults(contestant, true, server.getAddress().getPort());
            assertThat(faults)
                    .hasSize(Probe.accepted().size() + Probe.refused().size() + 1)
                    .contains(
                            "yes: an order by its number is answered with {}",
                            "yes: no key is answered with 200 instead of 401: {}");
        } finally {
            server.stop(0);
        }
    }
}
