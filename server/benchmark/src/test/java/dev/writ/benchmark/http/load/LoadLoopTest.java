package dev.writ.benchmark.http.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadLoopTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void answers_are_counted() throws IOException {
        LoadResult result = run(Workload.LARGE_POST);
        assertThat(result.answers()).isGreaterThanOrEqualTo(3);
        assertThat(result.perSecond()).isPositive();
        assertThat(LoadResult.parse(result.line())).isEqualTo(result);
    }

    @Test
    void another_status_ends_the_run() {
        assertThatThrownBy(() -> run(Workload.REJECTED_POST)).hasMessage("answered with 201 instead of 400");
    }

    private LoadResult run(Workload workload) throws IOException {
        return new LoadLoop(workload, server.getAddress().getPort(), 3).run(Duration.ofMillis(100));
    }
}
