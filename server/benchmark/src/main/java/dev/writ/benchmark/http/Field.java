package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.LoadProcess;
import dev.writ.benchmark.http.load.LoadResult;
import dev.writ.benchmark.http.load.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All contestants of one fork, started one after the other and left running, so that they can be measured in turn. */
final class Field implements AutoCloseable {
    private final Options options;
    private final LoadProcess load;
    private final Map<Contestant, Server> plain = new LinkedHashMap<>();
    /** Those that check their answers too. */
    private final Map<Contestant, Server> checked = new LinkedHashMap<>();

    Field(Options options, LoadProcess load) {
        this.options = options;
        this.load = load;
    }

    /** Starts both forms of a contestant, and tells what they answer otherwise than they have to. */
    List<String> start(Contestant contestant, Path logs, Results results) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (boolean checks : new boolean[] {false, true}) {
            if (options.workloads().stream().anyMatch(each -> each.checked() == checks && contestant.takes(each))) {
                Server server = Server.start(
                        port -> contestant.launcher().command(port, checks),
                        Workload.SMALL_GET.request(),
                        logs,
                        logs.resolve(contestant.id() + (checks ? "-checked.log" : ".log")));
                (checks ? checked : plain).put(contestant, server);
                if (!checks) {
                    results.addStart(contestant.id(), server.firstAnswer().toNanos() / 1e6);
                }
                faults.addAll(new Verification().faults(contestant, checks, server.port()));
            }
        }
        return faults;
    }

    /** A while of each workload that nobody counts. */
    void warmUp() throws IOException {
        for (Workload workload : options.workloads()) {
            for (Contestant contestant : contestants(workload, 0)) {
                measure(contestant, workload, options.warmUp());
            }
        }
    }

    /** Each workload of each contestant once, contestants in turn; who begins changes with the round. */
    void round(int number, Consumer<Sample> samples) throws IOException {
        for (Workload workload : options.workloads()) {
            for (Contestant contestant : contestants(workload, number)) {
                Server server = server(contestant, workload);
                Duration before = server.processorTime();
                LoadResult result = measure(contestant, workload, options.measurement());
                double micros = server.processorTime().minus(before).toNanos() / 1e3;
                samples.accept(new Sample(contestant.id(), workload, number, result, micros / result.answers()));
            }
        }
    }

    /** The peaks of all, to be read when all is over. */
    void memory(Results results) {
        plain.forEach((contestant, server) -> results.addMemory(contestant.id(), server.peakMemory()));
    }

    private List<Contestant> contestants(Workload workload, int turn) {
        List<Contestant> all = new ArrayList<>();
        (workload.checked() ? checked : plain)
                .keySet().stream()
                        .filter(contestant -> contestant.takes(workload))
                        .forEach(all::add);
        Collections.rotate(all, turn);
        return all;
    }

    private Server server(Contestant contestant, Workload workload) {
        Server server = (workload.checked() ? checked : plain).get(contestant);
        if (server == null) {
            throw new IllegalStateException(contestant.id() + " was not started");
        }
        return server;
    }

    private LoadResult measure(Contestant contestant, Workload workload, Duration duration) throws IOException {
        try {
            return load.run(workload, server(contestant, workload).port(), options.connections(), duration);
        } catch (IOException e) {
            throw new IOException(contestant.id() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        plain.values().forEach(Server::close);
        checked.values().forEach(Server::close);
    }
}
