package dev.writ.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.benchmark.http.load.LoadProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the figures stand on: all make the same checks and give the same answers. Those that need Python or Node are asked by the benchmark itself. */
class ContestantsTest {
    private static final Place PLACE = Place.ofClassPath(Path.of("").toAbsolutePath());

    static Stream<Contestant> contestants() {
        return new Contestants(PLACE).java().stream();
    }

    @ParameterizedTest
    @MethodSource("contestants")
    @Timeout(120)
    void answers_as_all_others_do_and_under_load(Contestant contestant, @TempDir Path logs) throws Exception {
        Options options = Options.parse(new String[] {"--quick", "--seconds=0.1", "--connections=4"});
        List<Sample> samples = new ArrayList<>();
        try (LoadProcess load = LoadProcess.start(PLACE.jvm(Place.java(), "vertx|netty|jersey|grizzly"));
                Field field = new Field(options, load)) {
            assertThat(field.start(contestant, logs, new Results())).isEmpty();
            field.round(0, samples::add);
        }
        assertThat(samples)
                .hasSize((int)
                        options.workloads().stream().filter(contestant::takes).count())
                .allSatisfy(sample -> assertThat(sample.load().answers()).isGreaterThanOrEqualTo(4));
    }
}
