package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.LoadProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts each contestant, sees that all answer alike, loads them in turn and writes the report. */
public final class HttpBenchmark {
    private final Options options;
    private final Place place;
    private final Results results = new Results();
    private final List<String> missing = new ArrayList<>();

    private HttpBenchmark(Options options, Place place) {
        this.options = options;
        this.place = place;
    }

    /** The first argument is the directory of the module, the others are {@link Options}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        Path module = Path.of(all.get(0)).toAbsolutePath().normalize();
        Options options = Options.parse(all.subList(1, all.size()).toArray(String[]::new));
        new HttpBenchmark(options, Place.ofBuild(module)).run();
    }

    private void run() throws IOException, InterruptedException {
        Path work = Files.createDirectories(place.module().resolve("target/http"));
        List<Contestant> contestants =
                contestants().stream().filter(each -> options.wants(each.id())).toList();
        for (int fork = 0; fork < options.forks(); fork++) {
            try (LoadProcess load = LoadProcess.start(place.jvm(Place.java(), "vertx|netty|jersey|grizzly"));
                    Field field = new Field(options, load)) {
                measure(field, fork, contestants, work);
            }
        }
        Path service = Files.createTempDirectory(work, "service");
        ServiceStart.measure(place.service(), service, options.starts(), results);
        Path output = options.output().isEmpty() ? work : Path.of(options.output());
        Report report = new Report(options, contestants, missing, Versions.told(place), results);
        report.write(Files.createDirectories(output));
        System.out.println(report.text());
        System.out.println("Written to " + output.resolve("RESULTS.md"));
    }

    private void measure(Field field, int fork, List<Contestant> contestants, Path logs)
            throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (Contestant contestant : contestants) {
            say("fork " + (fork + 1) + ": starting " + contestant.id());
            faults.addAll(field.start(contestant, logs, results));
        }
        if (!faults.isEmpty()) {
            throw new IOException("contestants do not answer alike:\n" + String.join("\n", faults));
        }
        say("warming up");
        field.warmUp();
        for (int round = 0; round < options.rounds(); round++) {
            say("round " + (round + 1));
            field.round(fork * options.rounds() + round, this::add);
        }
        field.memory(results);
    }

    private void add(Sample sample) {
        results.add(sample);
        say(String.format(
                Locale.ROOT,
                "%-18s %-28s %8.1f us CPU %9.0f /s %9.0f us p50 %9.0f us p99, %d lost",
                sample.contestant(),
                sample.workload().title(),
                sample.processor(),
                sample.load().perSecond(),
                sample.load().p50(),
                sample.load().p99(),
                sample.load().lost()));
    }

    /** All that can be run here; what cannot is said in the report. */
    private List<Contestant> contestants() throws IOException {
        Contestants all = new Contestants(place);
        ForeignContestants foreign = new ForeignContestants(place);
        List<Contestant> found = new ArrayList<>(all.java());
        Optional<Path> java25 = Place.java25();
        java25.ifPresentOrElse(
                home -> found.addAll(2, all.java25(home)), () -> missing.add("Writ on JDK 25: set `JAVA_HOME_25`"));
        if (Files.isExecutable(place.connexion())) {
            found.addAll(foreign.connexion());
        } else {
            missing.add("Connexion: Python is not there");
        }
        if (Files.exists(place.fastify())) {
            found.add(foreign.fastify());
        } else {
            missing.add("fastify: Node is not there");
        }
        return found;
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
