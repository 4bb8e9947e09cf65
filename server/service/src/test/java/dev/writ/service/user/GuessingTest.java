package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.service.database.DatabaseUnavailableException;
import dev.writ.service.user.PasswordOutcome.Busy;
import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Throttled;
import dev.writ.service.user.PasswordOutcome.Verified;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing passwords is slow, whoever guesses and whoever's password it is. */
class GuessingTest {

    private final CountingHashes hashes = new CountingHashes();
    private final AtomicLong nanos = new AtomicLong();
    private WatchedUserStore users;
    private PasswordVerifier verifier;

    @BeforeEach
    void ada_is_a_user(@TempDir Path folder) {
        users = new WatchedUserStore(folder);
        users.add(new UserEntry("ada", hashes.hash("engine")));
        verifier = verifierBehind(new HashGate(1, 1, Duration.ofMinutes(1)));
    }

    @Test
    void twenty_guesses_are_judged_and_the_next_ones_cost_neither_a_hash_nor_a_query() {
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verify("ada", "guess " + i, "192.0.2.1")).isEqualTo(new Refused());
        }
        nanos.addAndGet(Duration.ofSeconds(15).toNanos());

        assertThat(verifier.verify("ada", "guess", "192.0.2.1")).isEqualTo(new Throttled(Duration.ofSeconds(45)));
        assertThat(verifier.verify("ada", "engine", "198.51.100.7")).isEqualTo(new Throttled(Duration.ofSeconds(45)));
        assertThat(hashes.matched()).hasSize(20);
        assertThat(users.finds()).isEqualTo(20);

        nanos.addAndGet(Duration.ofSeconds(45).toNanos());
        assertThat(verifier.verify("ada", "engine", "198.51.100.7")).isEqualTo(new Verified("ada"));
    }

    @Test
    void a_name_that_nobody_has_is_limited_like_one_that_somebody_has() {
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verify("eve", "guess", "192.0.2." + i)).isEqualTo(new Refused());
        }

        assertThat(verifier.verify("eve", "guess", "192.0.2.20")).isEqualTo(new Throttled(Duration.ofMinutes(1)));
    }

    @Test
    void a_password_tried_on_many_names_is_limited_by_the_network_it_comes_from() {
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verify("user" + i, "123456", "2001:db8::" + i)).isEqualTo(new Refused());
        }

        assertThat(verifier.verify("ada", "engine", "2001:db8:0:0:ffff::1"))
                .isEqualTo(new Throttled(Duration.ofMinutes(1)));
        assertThat(verifier.verify("ada", "engine", "2001:db8:0:1::1")).isEqualTo(new Verified("ada"));
    }

    @Test
    void any_number_of_users_log_in_from_one_address_and_none_of_them_clears_the_count_of_a_guesser() {
        for (int i = 0; i < 20; i++) {
            verifier.verify("ada", "guess " + i, "192.0.2." + i % 2);
            users.add(new UserEntry("user" + i, hashes.hash("password")));
            assertThat(verifier.verify("user" + i, "password", "192.0.2.0")).isEqualTo(new Verified("user" + i));
        }

        assertThat(verifier.verify("ada", "guess", "192.0.2.2")).isEqualTo(new Throttled(Duration.ofMinutes(1)));
    }

    @Test
    void an_attempt_that_could_not_be_judged_is_not_counted() {
        users.makeUnavailable();
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> verifier.verify("ada", "engine", "192.0.2.1"))
                    .isInstanceOf(DatabaseUnavailableException.class);
        }
        users.makeAvailable();
        assertThat(verifier.verify("ada", "engine", "192.0.2.1")).isEqualTo(new Verified("ada"));

        PasswordVerifier busy = verifierBehind(new HashGate(0, 1, Duration.ofNanos(1)));
        for (int i = 0; i < 30; i++) {
            assertThat(busy.verify("ada", "engine", "192.0.2.1")).isEqualTo(new Busy());
        }
    }

    private PasswordVerifier verifierBehind(HashGate gate) {
        return new PasswordVerifier(users, new PasswordComparer(hashes, gate), nanos::get);
    }
}
