package dev.writ.benchmark.http;

import dev.writ.benchmark.http.Results.Row;
import dev.writ.benchmark.http.load.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The report in Markdown, and the plot beside it. What stands under {@code ## Notes} is written by hand, and stays. */
record Report(Options options, List<Contestant> contestants, List<String> missing, String versions, Results results) {
    private static final String NOTES = "## Notes";

    void write(Path directory) throws IOException {
        Path file = directory.resolve("RESULTS.md");
        String notes = Files.exists(file) ? notes(Files.readString(file)) : "";
        Files.writeString(file, text() + (notes.isEmpty() ? NOTES + "\n" : notes));
        Files.writeString(directory.resolve("results.svg"), new Plot(contestants, results).svg());
        Files.writeString(directory.resolve("results.csv"), csv());
    }

    private static String notes(String text) {
        int begin = text.indexOf(NOTES);
        return begin < 0 ? "" : text.substring(begin);
    }

    String text() {
        StringBuilder text = new StringBuilder("# The engine beside others over HTTP\n\n");
        text.append("Written by `server/benchmark/http` on ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(".\n\n");
        text.append("- Machine: ").append(Machine.told()).append('\n');
        text.append("- Run: ").append(options.told()).append('\n');
        text.append("- Versions: ").append(versions).append('\n');
        text.append("- JVMs have `").append(Place.HEAP).append("` and no other flag.\n");
        text.append("- Each cell is least – **median** – greatest; ratios are taken within a round.\n");
        missing.forEach(each -> text.append("- Left out: ").append(each).append('\n'));
        text.append("\n![Processor time of a request](results.svg)\n");
        aims(text);
        table(text, "Processor time of a request, in microseconds (utime + stime of the server)", Sample::processor);
        ratios(text);
        table(text, "Requests per second", sample -> sample.load().perSecond());
        table(text, "Latency, median, in microseconds", sample -> sample.load().p50());
        table(
                text,
                "Latency, 99th percentile, in microseconds",
                sample -> sample.load().p99());
        starts(text);
        text.append("\n## How each is set up\n\n");
        contestants.forEach(each -> text.append("- **")
                .append(each.title())
                .append("**: ")
                .append(each.setup())
                .append('\n'));
        return text.append('\n').toString();
    }

    private void aims(StringBuilder text) {
        text.append(
                "\n## Aims\n\nRatios of Writ, non-blocking, on this JDK.\n\n| processor time, ratio | at most | measured | |\n| --- | --- | --- | --- |\n");
        for (Aim aim : Aim.all(results)) {
            row(text, aim.what(), Double.toString(aim.most()), told(aim.measured()), aim.verdict());
        }
    }

    private void table(StringBuilder text, String title, ToDoubleFunction<Sample> figure) {
        head(text, title);
        for (Contestant each : contestants) {
            text.append("| ").append(each.title());
            for (Workload workload : options.workloads()) {
                text.append(" | ").append(told(results.of(each.id(), workload, figure)));
            }
            text.append(" |\n");
        }
    }

    private void ratios(StringBuilder text) {
        head(text, "The same as multiples of Writ's");
        for (Contestant each : contestants) {
            text.append("| ").append(each.title());
            for (Workload workload : options.workloads()) {
                text.append(" | ").append(told(results.ratio(new Row(each.id(), workload), new Row("writ", workload))));
            }
            text.append(" |\n");
        }
    }

    private void head(StringBuilder text, String title) {
        text.append("\n## ").append(title).append("\n\n| ");
        options.workloads().forEach(workload -> text.append(" | ").append(workload.title()));
        text.append(" |\n| ---")
                .append(" | ---".repeat(options.workloads().size()))
                .append(" |\n");
    }

    private void starts(StringBuilder text) {
        text.append(
                "\n## Start and memory\n\n| | start to first answer, ms | peak memory, MiB |\n| --- | --- | --- |\n");
        for (Contestant each : contestants) {
            row(text, each.title(), told(results.starts(each.id())), told(results.memory(each.id())));
        }
        row(text, "the packaged to-do service", told(results.starts(ServiceStart.PLAIN)), "");
        row(text, "the same with a class-data archive", told(results.starts(ServiceStart.ARCHIVE)), "");
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String told(Optional<Spread> spread) {
        return spread.map(Spread::toString).orElse("");
    }

    private String csv() {
        return results.samples().stream().map(Sample::csv).collect(Collectors.joining("", Sample.CSV, ""));
    }
}
