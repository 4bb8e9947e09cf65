package dev.writ.engine.load;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.handler.OperationRequest;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.server.ServerSettings;
import dev.writ.engine.spi.Authentication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * A server in a process of its own, for those that put it under load. Arguments: the port, workers, places to wait. Prints its
 * port, and how many requests it has carried out when it is told to end.
 */
final class LoadServer {
    private static final byte[] LARGE = new byte[1024 * 1024];
    private static final LongAdder CARRIED_OUT = new LongAdder();

    private LoadServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int workers = Integer.parseInt(arguments[1]);
        int waiting = Integer.parseInt(arguments[2]);
        WritServer server = Writ.contract("load.yaml")
                .on("wait", LoadServer::await)
                .on("a", OperationHandler.nonBlocking(request -> counted("a")))
                .on("b", OperationHandler.nonBlocking(request -> "smuggled"))
                .on("post", request -> counted(OperationResponse.of(201)))
                .on("optional", request -> OperationResponse.of(201))
                .on("secured", request -> OperationResponse.of(201))
                .on("form", request -> OperationResponse.of(201))
                .on("octets", LoadServer::read)
                .on("large", request -> counted(LARGE))
                .on("state", request -> state())
                .authenticator("Basic", (credentials, client) -> new Authentication.Refused())
                .server(ServerSettings.DEFAULT.withWorkers(workers, waiting))
                .shutdownGrace(Duration.ofSeconds(10))
                .listen("127.0.0.1", port)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            System.out.println(ServerProcess.CARRIED_OUT + CARRIED_OUT.sum());
        }));
        System.out.println(server.uri().getPort());
    }

    private static OperationResponse await(OperationRequest request) throws InterruptedException {
        Thread.sleep(request.query("millis").asLong());
        return counted(OperationResponse.of(204));
    }

    private static <T> T counted(T answer) {
        CARRIED_OUT.increment();
        return answer;
    }

    private static OperationResponse read(OperationRequest request) throws IOException {
        try (InputStream octets = request.open()) {
            octets.transferTo(OutputStream.nullOutputStream());
        }
        return OperationResponse.of(201);
    }

    /** Bytes of the heap that are alive, threads, open files. */
    private static String state() {
        System.gc();
        // Right after it: others may go on meanwhile.
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long files = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getOpenFileDescriptorCount();
        return heap + " " + threads + " " + files;
    }
}
