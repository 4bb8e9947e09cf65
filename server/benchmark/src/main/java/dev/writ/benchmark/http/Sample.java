package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.LoadResult;
import dev.writ.benchmark.http.load.Workload;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One measurement.
 *
 * @param round counted through all forks: what has the same number was measured next to one another
 * @param processor microseconds of the server's processes for each request
 */
record Sample(String contestant, Workload workload, int round, LoadResult load, double processor) {
    /** The heads of the columns of {@link #csv}. */
    static final String CSV = "contestant,workload,round,answers,lost,seconds,p50_us,p99_us,processor_us\n";

    String csv() {
        return Stream.of(
                                contestant,
                                workload,
                                round,
                                load.answers(),
                                load.lost(),
                                load.seconds(),
                                load.p50(),
                                load.p99(),
                                processor)
                        .map(Object::toString)
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
