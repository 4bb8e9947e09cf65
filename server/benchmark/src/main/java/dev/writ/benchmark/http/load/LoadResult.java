package dev.writ.benchmark.http.load;

import org.HdrHistogram.Histogram;

/**
 * What one run of a workload showed.
 *
 * @param lost requests whose connection was closed before they were answered; they were sent again
 * @param p50 microseconds, as the client saw it
 * @param p99 microseconds
 */
public record LoadResult(long answers, long lost, double seconds, double p50, double p99) {

    static LoadResult of(long answers, long lost, long nanos, Histogram latencies) {
        return new LoadResult(
                answers,
                lost,
                nanos / 1e9,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3);
    }

    public double perSecond() {
        return answers / seconds;
    }

    String line() {
        return "ok " + answers + " " + lost + " " + seconds + " " + p50 + " " + p99;
    }

    /** Reads what {@link #line} wrote. */
    static LoadResult parse(String line) {
        String[] words = line.split(" ", -1);
        return new LoadResult(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]));
    }
}
