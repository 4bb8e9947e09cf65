package dev.writ.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.benchmark.http.Results.Row;
import dev.writ.benchmark.http.load.LoadResult;
import dev.writ.benchmark.http.load.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Results results = new Results();

    private void sample(String contestant, Workload workload, int round, double processor) {
        results.add(new Sample(contestant, workload, round, new LoadResult(100, 0, 1, 50, 99), processor));
    }

    @Test
    void ratios_are_taken_within_a_round() {
        sample("writ", Workload.SMALL_POST, 0, 10);
        sample("vertx", Workload.SMALL_POST, 0, 20);
        sample("writ", Workload.SMALL_POST, 1, 30);
        sample("vertx", Workload.SMALL_POST, 1, 40);
        sample("vertx", Workload.SMALL_POST, 2, 1);
        assertThat(results.ratio(new Row("writ", Workload.SMALL_POST), new Row("vertx", Workload.SMALL_POST)))
                .contains(new Spread(0.5, 0.625, 0.75));
    }

    @Test
    void an_aim_that_is_missed_says_by_how_much() {
        assertThat(new Aim("", 0.6, Optional.of(new Spread(0.5, 0.6, 0.9))).verdict())
                .isEqualTo("met");
        assertThat(new Aim("", 0.6, Optional.of(new Spread(0.5, 0.75, 0.9))).verdict())
                .isEqualTo("missed by 25 %");
        assertThat(new Aim("", 0.6, Optional.empty()).verdict()).isEqualTo("not measured");
    }

    @Test
    void what_was_written_by_hand_stays_and_the_plot_is_xml(@TempDir Path directory) throws Exception {
        sample("writ", Workload.SMALL_GET, 0, 123);
        Contestant writ = new Contestant("writ", "Writ", "set up", Level.CONTRACT, true, (port, checked) -> List.of());
        Report report = new Report(
                Options.parse(new String[] {"--quick", "--workloads=SMALL_GET"}),
                List.of(writ),
                List.of("Connexion"),
                "JDK",
                results);
        Path file = directory.resolve("RESULTS.md");
        Files.writeString(file, "old\n## Notes\n\nBy hand.\n");
        report.write(directory);
        assertThat(file)
                .content()
                .contains("| Writ | 123 – **123** – 123 |", "- Left out: Connexion")
                .endsWith("## Notes\n\nBy hand.\n")
                .doesNotContain("old");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(directory.resolve("results.svg").toFile())
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(2);
    }
}
