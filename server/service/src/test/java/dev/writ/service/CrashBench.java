package dev.writ.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.service.Client.Answer;
import dev.writ.service.WriteHistory.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a server at random moments while clients write, starts it again, and compares what it shows with what it had
 * acknowledged.
 */
final class CrashBench {
    private static final int WRITERS = 8;
    private static final int MOST_ACKNOWLEDGEMENTS = 120;
    private static final Logger LOG = LoggerFactory.getLogger(CrashBench.class);
    private static final int SECONDS = 180;

    private final Launch launch;
    private final Function<URI, Client> login;
    private final Random random;
    private final List<TaskWriter> writers;
    private Map<Long, Row> before = Map.of();
    private int acknowledgements;

    /** {@code seed} decides what is written and when the server dies. */
    CrashBench(Launch launch, Function<URI, Client> login, long seed) {
        this.launch = launch;
        this.login = login;
        this.random = new Random(seed);
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> new TaskWriter("writer " + i, seed + i))
                .toList();
    }

    /** How many writes were acknowledged by now. */
    int acknowledgements() {
        return acknowledgements;
    }

    /** Runs until so many kills are done or the first contradiction shows; returns all that it found. */
    List<String> run(int kills) throws Exception {
        ServiceProcess service = launch.start();
        try {
            before = rows(service);
            for (int kill = 1; kill <= kills; kill++) {
                writeAndKill(service);
                service = launch.start();
                List<String> contradictions = compare(rows(service));
                if (!contradictions.isEmpty()) {
                    return contradictions;
                }
                if (kill % 50 == 0) {
                    LOG.info("{} kills, {} acknowledged writes, no contradiction", kill, acknowledgements);
                }
            }
            return List.of();
        } finally {
            service.close();
        }
    }

    /** Kills after a number of acknowledgements, or when a slow database has ended all writers before. */
    private void writeAndKill(ServiceProcess service) throws Exception {
        int moment = 1 + random.nextInt(MOST_ACKNOWLEDGEMENTS);
        CountDownLatch untilKill = new CountDownLatch(moment);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        URI uri = service.uri();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (TaskWriter writer : writers) {
                running.add(threads.submit(() -> {
                    int[] count = {0};
                    try {
                        writer.run(login.apply(uri), () -> {
                            count[0]++;
                            untilKill.countDown();
                        });
                    } finally {
                        if (writing.decrementAndGet() == 0) {
                            LongStream.range(0, untilKill.getCount()).forEach(left -> untilKill.countDown());
                        }
                    }
                    return count[0];
                }));
            }
            if (!untilKill.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the server acknowledged less than " + moment + " writes: " + service.log());
            }
            service.kill();
            for (Future<Integer> one : running) {
                acknowledgements += one.get(SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> compare(Map<Long, Row> rows) {
        List<String> contradictions = new ArrayList<>();
        before.forEach((id, row) -> {
            if (!row.equals(rows.remove(id))) {
                contradictions.add("task " + id + ", which nobody wrote to, has changed");
            }
        });
        writers.forEach(writer -> contradictions.addAll(writer.history().compare(rows)));
        rows.forEach((id, row) -> contradictions.add("nobody wrote task " + id + ", " + row));
        return contradictions;
    }

    /** All tasks as the server shows them. */
    private Map<Long, Row> rows(ServiceProcess service) throws Exception {
        Client client = login.apply(service.uri());
        Map<Long, Row> rows = new TreeMap<>();
        String next = Client.TASKS + "?limit=100";
        while (!next.isEmpty()) {
            Answer page = client.get(next);
            for (JsonNode task : page.json().get("tasks")) {
                long id = task.get("id").asLong();
                String tag = client.get(Client.TASKS + "/" + id).header("ETag");
                rows.put(
                        id,
                        new Row(
                                task.get("title").asText(),
                                task.get("description").asText(),
                                task.get("done").asBoolean(),
                                Long.parseLong(tag.replace("\"", ""))));
            }
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        return rows;
    }

    /** Starts the server and waits until it serves. */
    @FunctionalInterface
    interface Launch {
        ServiceProcess start() throws Exception;
    }
}
