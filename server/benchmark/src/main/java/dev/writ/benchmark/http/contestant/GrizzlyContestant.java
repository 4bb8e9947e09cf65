package dev.writ.benchmark.http.contestant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Grizzly's HTTP server at its default strategy with fixed answers: the floor. Content is read and thrown away. */
public final class GrizzlyContestant extends HttpHandler {
    private static final int BLOCK = 8192;

    private final byte[] order;
    private final byte[] receipt =
            "{\"number\":\"EU-004217\",\"pieces\":8,\"total\":55.75}".getBytes(StandardCharsets.UTF_8);
    private final byte[] batch = "{\"orders\":115,\"pieces\":920}".getBytes(StandardCharsets.UTF_8);

    private GrizzlyContestant() throws IOException {
        try (InputStream stream = GrizzlyContestant.class.getResourceAsStream("/http/order.json")) {
            order = stream.readAllBytes();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer server = new HttpServer();
        NetworkListener listener = new NetworkListener(
                "benchmark", Choice.HOST, Choice.of(arguments).port());
        listener.getKeepAlive().setMaxRequestsCount(-1);
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new GrizzlyContestant(), "/");
        server.start();
        // Its threads are daemons.
        new CountDownLatch(1).await();
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        boolean post = "POST".equals(request.getMethod().getMethodString());
        if (post) {
            drain(request.getInputStream());
        }
        byte[] content = post ? (request.getRequestURI().equals("/orders") ? receipt : batch) : order;
        response.setStatus(post ? 201 : 200);
        response.setContentType("application/json");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static void drain(InputStream content) throws IOException {
        byte[] block = new byte[BLOCK];
        int read = 0;
        while (read >= 0) {
            read = content.read(block);
        }
    }
}
