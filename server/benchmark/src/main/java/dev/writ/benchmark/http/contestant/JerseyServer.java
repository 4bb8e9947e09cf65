package dev.writ.benchmark.http.contestant;

import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly's HTTP server, as Jersey's guide has it, and as many requests on a connection as come. */
final class JerseyServer {
    private JerseyServer() {}

    static ResourceConfig application() {
        return new ResourceConfig(JerseyOrders.class).register(JacksonFeature.withoutExceptionMappers());
    }

    static void start(int port, ResourceConfig application) throws IOException {
        URI address = URI.create("http://" + Choice.HOST + ":" + port + "/");
        HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address, application, false);
        server.getListeners().forEach(listener -> listener.getKeepAlive().setMaxRequestsCount(-1));
        server.start();
    }
}
