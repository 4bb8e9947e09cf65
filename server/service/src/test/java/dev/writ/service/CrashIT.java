package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed while clients write, again and again: what it had acknowledged is there, and nothing is that nobody
 * wrote.
 */
@Tag("fault")
class CrashIT {
    private static final int KILLS = Soak.rounds(10, 500);
    private static final long SEED = Long.getLong("writ.seed", 20261124);

    @TempDir
    private Path folder;

    @Test
    void nothing_acknowledged_is_lost_on_sqlite() throws Exception {
        assertNothingIsLost(Map.of(), Client::miguel);
    }

    @Test
    void nothing_acknowledged_is_lost_on_postgresql() throws Exception {
        DatabaseSettings settings = TestUsers.addTo(TestPostgres.shared().freshDatabase());
        assertNothingIsLost(Map.of("WRIT_DATABASE_URL", settings.url()), TestUsers::login);
    }

    private void assertNothingIsLost(Map<String, String> environment, Function<URI, Client> login) throws Exception {
        CrashBench bench =
                new CrashBench(() -> ServiceProcess.startToBeKilled(Main.class, folder, environment), login, SEED);

        assertThat(bench.run(KILLS)).as("seed " + SEED).isEmpty();
        assertThat(bench.acknowledgements()).isGreaterThan(KILLS);
    }

    @Test
    void the_bench_finds_a_server_that_acknowledges_before_it_commits() throws Exception {
        CrashBench bench = new CrashBench(
                () -> ServiceProcess.startToBeKilled(EarlyAcknowledgement.class, folder, Map.of()),
                Client::miguel,
                SEED);

        assertThat(bench.run(10)).as("seed " + SEED).isNotEmpty();
    }
}
