package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** All that was measured so far. Not thread-safe. */
final class Results {
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, List<Double>> starts = new HashMap<>();
    private final Map<String, List<Double>> memory = new HashMap<>();

    void add(Sample sample) {
        samples.add(sample);
    }

    /** Milliseconds to the first answer. */
    void addStart(String what, double milliseconds) {
        starts.computeIfAbsent(what, key -> new ArrayList<>()).add(milliseconds);
    }

    /** MiB at most. */
    void addMemory(String contestant, double mebibytes) {
        memory.computeIfAbsent(contestant, key -> new ArrayList<>()).add(mebibytes);
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    Optional<Spread> starts(String what) {
        return Optional.ofNullable(starts.get(what)).map(Spread::of);
    }

    Optional<Spread> memory(String contestant) {
        return Optional.ofNullable(memory.get(contestant)).map(Spread::of);
    }

    Optional<Spread> of(String contestant, Workload workload, ToDoubleFunction<Sample> figure) {
        List<Double> values = samples.stream()
                .filter(sample -> sample.contestant().equals(contestant) && sample.workload() == workload)
                .map(figure::applyAsDouble)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    /** Processor time per request of one as parts of that of another, round by round. */
    Optional<Spread> ratio(Row one, Row other) {
        Map<Integer, Double> base = rounds(other);
        List<Double> ratios = rounds(one).entrySet().stream()
                .filter(entry -> base.containsKey(entry.getKey()))
                .map(entry -> entry.getValue() / base.getOrDefault(entry.getKey(), 1.0))
                .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    /** Of two kinds of start, in the order in which they were measured. */
    Optional<Spread> startRatio(String one, String other) {
        List<Double> fast = starts.getOrDefault(one, List.of());
        List<Double> slow = starts.getOrDefault(other, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(fast.size(), slow.size()); i++) {
            ratios.add(fast.get(i) / slow.get(i));
        }
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    private Map<Integer, Double> rounds(Row row) {
        Map<Integer, Double> rounds = new HashMap<>();
        samples.stream()
                .filter(sample -> sample.contestant().equals(row.contestant()) && sample.workload() == row.workload())
                .forEach(sample -> rounds.put(sample.round(), sample.processor()));
        return rounds;
    }

    /** Who did what. */
    record Row(String contestant, Workload workload) {}
}
