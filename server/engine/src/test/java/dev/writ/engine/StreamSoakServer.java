package dev.writ.engine;

import dev.writ.api.ServerSentEvent;
import dev.writ.engine.core.Unimplemented;
import java.util.Map;
import java.util.concurrent.SubmissionPublisher;

/** The server of {@link StreamSoakTest}, in a process of its own: events for whoever listens, and how it fares. */
final class StreamSoakServer {
    private static final String FILLING = "n".repeat(4_000);

    private StreamSoakServer() {}

    /** Arguments: how many events to send once everybody listens, and how many that is. Ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[0]);
        int listeners = Integer.parseInt(arguments[1]);
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        try (WritServer server = Writ.contract("streams.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .on("events", request -> publisher)
                .on("plain", request -> publisher.getNumberOfSubscribers() + " " + Thread.activeCount())
                .listen("127.0.0.1", 0)
                .start()) {
            System.out.println(server.uri().getPort());
            Thread ticker = new Thread(() -> tick(publisher, events, listeners));
            ticker.setDaemon(true);
            ticker.start();
            while (System.in.read() >= 0) {
                // Until whoever started it has done with it.
            }
        }
    }

    private static void tick(SubmissionPublisher<Object> publisher, int events, int listeners) {
        try {
            while (publisher.getNumberOfSubscribers() < listeners) {
                Thread.sleep(10);
            }
            for (int i = 0; i < events; i++) {
                Object event = ServerSentEvent.of(Map.of("name", FILLING, "value", i));
                // Whoever does not read loses events; the others wait for nobody.
                publisher.offer(event, (subscriber, dropped) -> false);
                Thread.sleep(listeners / 20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
