package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Processor time of a request as bars, one panel for each workload, on a scale of powers of ten. */
record Plot(List<Contestant> contestants, Results results) {
    private static final int NAMES = 220;
    private static final int BARS = 330;
    private static final int PANEL = NAMES + BARS + 70;
    private static final int LINE = 17;
    private static final int COLUMNS = 2;
    /** Microseconds at the left edge and decades to the right one. */
    private static final double LEAST = 1;

    private static final double DECADES = 5;

    String svg() {
        List<Workload> shown = List.of(Workload.values()).stream()
                .filter(workload -> contestants.stream()
                        .anyMatch(each -> median(each, workload).isPresent()))
                .toList();
        int height = (contestants.size() + 3) * LINE;
        int rows = (shown.size() + COLUMNS - 1) / COLUMNS;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                COLUMNS * PANEL,
                rows * height));
        for (int i = 0; i < shown.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT, "<g transform=\"translate(%d %d)\">%n", i % COLUMNS * PANEL, i / COLUMNS * height));
            panel(svg, shown.get(i));
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(StringBuilder svg, Workload workload) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s, microseconds of CPU</text>%n",
                NAMES,
                LINE,
                workload.title()));
        int bottom = (contestants.size() + 2) * LINE;
        for (int decade = 0; decade <= DECADES; decade++) {
            double x = NAMES + BARS * decade / DECADES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"%d\" fill=\"#777\" text-anchor=\"middle\">%.0f</text>%n",
                    x,
                    LINE + 5,
                    bottom - 8,
                    x,
                    bottom + 4,
                    LEAST * Math.pow(10, decade)));
        }
        for (int i = 0; i < contestants.size(); i++) {
            bar(svg, contestants.get(i), workload, (i + 2) * LINE);
        }
    }

    private void bar(StringBuilder svg, Contestant contestant, Workload workload, int y) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                NAMES - 6,
                y,
                contestant.title()));
        median(contestant, workload).ifPresent(micros -> {
            double width = Math.max(1, BARS * Math.log10(micros / LEAST) / DECADES);
            String colour = contestant.id().startsWith("writ") ? "#2a6fb0" : "#b8b8b8";
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
                    NAMES,
                    y - 10,
                    width,
                    LINE - 5,
                    colour,
                    NAMES + width + 4,
                    y,
                    Spread.number(micros)));
        });
    }

    private Optional<Double> median(Contestant contestant, Workload workload) {
        return results.of(contestant.id(), workload, Sample::processor).map(Spread::median);
    }
}
