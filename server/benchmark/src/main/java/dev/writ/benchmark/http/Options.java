package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for, each as {@code --name=value}; {@code --quick} is a turn of seconds that says nothing.
 *
 * @param forks how often all contestants are started anew
 * @param rounds how often each workload is measured in each fork
 * @param seconds how long one measurement is
 * @param warmup how many seconds of each workload each contestant has before the first one
 * @param starts how often the start of the packaged service is measured, each way
 * @param only contestants by id; empty for all
 */
record Options(
        int forks,
        int rounds,
        double seconds,
        double warmup,
        int connections,
        int starts,
        List<String> only,
        List<Workload> workloads,
        String output) {
    private static final String KNOWN = "forks rounds seconds warmup connections starts only workloads output";

    static Options parse(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        boolean quick = List.of(arguments).contains("--quick");
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            if (parts.length == 2 && List.of(KNOWN.split(" ")).contains(parts[0])) {
                values.put(parts[0], parts[1]);
            } else if (!argument.equals("--quick")) {
                throw new IllegalArgumentException(
                        "unknown: " + argument + "; known: --quick and --NAME=VALUE of " + KNOWN);
            }
        }
        return new Options(
                Integer.parseInt(values.getOrDefault("forks", quick ? "1" : "2")),
                Integer.parseInt(values.getOrDefault("rounds", quick ? "1" : "4")),
                Double.parseDouble(values.getOrDefault("seconds", quick ? "0.3" : "3")),
                Double.parseDouble(values.getOrDefault("warmup", quick ? "0.3" : "20")),
                Integer.parseInt(values.getOrDefault("connections", "32")),
                Integer.parseInt(values.getOrDefault("starts", quick ? "1" : "7")),
                words(values.getOrDefault("only", "")),
                workloads(words(values.getOrDefault("workloads", ""))),
                values.getOrDefault("output", ""));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static List<Workload> workloads(List<String> names) {
        return names.isEmpty()
                ? List.of(Workload.values())
                : names.stream().map(Workload::valueOf).toList();
    }

    boolean wants(String contestant) {
        return only.isEmpty() || only.contains(contestant);
    }

    Duration measurement() {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    Duration warmUp() {
        return Duration.ofMillis(Math.round(warmup * 1000));
    }

    /** As the report tells it. */
    String told() {
        return forks + " forks (all contestants started anew) of " + rounds + " rounds, each measurement " + seconds
                + " s over " + connections + " connections in a closed loop, after " + warmup
                + " s of each workload to warm up. Workloads: "
                + String.join("; ", workloads.stream().map(Workload::title).toList())
                + ".";
    }
}
