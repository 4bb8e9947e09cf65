package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writ.service.database.DatabaseUnavailableException;
import dev.writ.service.user.PasswordOutcome.Busy;
import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Throttled;
import dev.writ.service.user.PasswordOutcome.Verified;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was right stays in, at no cost, for as long as the user is the same, and not a second longer. */
class RememberedCredentialsTest {

    private static final String CLIENT = "192.0.2.1";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CountingHashes hashes = new CountingHashes();
    private final AtomicLong nanos = new AtomicLong();
    private WatchedUserStore users;
    private PasswordVerifier verifier;

    @BeforeEach
    void ada_is_in(@TempDir Path folder) {
        users = new WatchedUserStore(folder);
        users.add(new UserEntry("ada", hashes.hash("engine")));
        verifier = new PasswordVerifier(
                users, new PasswordComparer(hashes, new HashGate(1, 1, Duration.ofMillis(1))), nanos::get);
        assertThat(ada()).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void the_user_is_looked_at_once_a_second_and_never_hashed() {
        for (int i = 0; i < 1000; i++) {
            pass(Duration.ofMillis(10));
            assertThat(ada()).isEqualTo(new Verified("ada"));
        }

        assertThat(users.finds()).isEqualTo(1 + 10);
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void they_are_forgotten_12_hours_after_their_last_use() {
        pass(Duration.ofHours(12).minusNanos(1));
        ada();
        pass(Duration.ofHours(12).minusNanos(1));
        ada();
        assertThat(hashes.matched()).hasSize(1);

        pass(Duration.ofHours(12));
        assertThat(ada()).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(2);
    }

    @Test
    void a_changed_password_is_out_within_a_second() {
        users.changePassword("ada", hashes.hash("analytical"));
        pass(SECOND);

        assertThat(ada()).isEqualTo(new Refused());
        assertThat(verifier.verify("ada", "analytical", CLIENT)).isEqualTo(new Verified("ada"));
    }

    @Test
    void a_password_that_was_changed_back_is_still_the_password() {
        users.changePassword("ada", hashes.hash("analytical"));
        pass(SECOND);
        ada();
        users.changePassword("ada", hashes.hash("engine"));

        assertThat(ada()).isEqualTo(new Verified("ada"));
    }

    @Test
    void a_disabled_user_is_out_within_a_second_and_costs_a_hash_like_an_unknown_one() {
        users.setDisabled("ada", true);
        pass(SECOND);

        assertThat(ada()).isEqualTo(new Refused());
        assertThat(hashes.matched()).hasSize(2).last().isEqualTo("decoy");

        users.setDisabled("ada", false);
        assertThat(ada()).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(3);
    }

    @Test
    void attacks_from_the_same_address_on_the_same_account_do_not_lock_them_out() {
        attack();

        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(500));
            assertThat(ada()).isEqualTo(new Verified("ada"));
        }
        assertThat(hashes.matched()).hasSize(21);
    }

    @Test
    void a_hash_that_another_process_upgraded_is_checked_once_whatever_the_limits_say() {
        attack();
        users.changePassword("ada", hashes.outdated("engine"));
        users.makeReadOnly();
        pass(SECOND);

        assertThat(ada()).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(22);
        pass(SECOND);
        assertThat(ada()).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(22);
    }

    @Test
    void a_password_that_is_no_longer_right_has_one_check_past_the_limits_and_no_second() {
        attack();
        users.changePassword("ada", hashes.hash("analytical"));
        pass(SECOND);

        assertThat(ada()).isEqualTo(new Refused());
        assertThat(hashes.matched()).hasSize(22);
        assertThat(ada()).isInstanceOf(Throttled.class);
        assertThat(hashes.matched()).hasSize(22);
    }

    @Test
    void a_check_past_the_limits_that_finds_the_gate_shut_may_be_repeated() throws Exception {
        users.changePassword("ada", hashes.outdated("engine"));
        attack();
        pass(SECOND);
        CountDownLatch end = new CountDownLatch(1);
        hashes.holdUntil(end);
        FutureTask<PasswordOutcome> other = new FutureTask<>(() -> verifier.verify("bob", "x", "198.51.100.1"));
        new Thread(other).start();
        await().until(() -> hashes.matched().size() == 22);

        assertThat(ada()).isEqualTo(new Busy());
        end.countDown();
        assertThat(other.get()).isEqualTo(new Refused());
        assertThat(ada()).isEqualTo(new Verified("ada"));
    }

    @Test
    void without_the_database_they_are_good_for_their_second_and_then_not_known() {
        users.makeUnavailable();
        pass(SECOND.minusNanos(1));
        assertThat(ada()).isEqualTo(new Verified("ada"));

        pass(Duration.ofNanos(1));
        assertThatThrownBy(this::ada).isInstanceOf(DatabaseUnavailableException.class);

        users.makeAvailable();
        assertThat(ada()).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void memory_is_bounded() {
        VerifiedCredentials verified = new VerifiedCredentials(nanos::get);
        for (int i = 0; i < 2 * VerifiedCredentials.CAPACITY; i++) {
            verified.add(verified.keyOf(new Credentials("user" + i, "password")), "hash", 0);
        }

        assertThat(verified.size()).isLessThanOrEqualTo(VerifiedCredentials.CAPACITY);
    }

    private PasswordOutcome ada() {
        return verifier.verify("ada", "engine", CLIENT);
    }

    /** Uses up what the account and the address of the client may try in a minute. */
    private void attack() {
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verify("ada", "guess " + i, CLIENT)).isEqualTo(new Refused());
        }
        assertThat(verifier.verify("ada", "guess 20", CLIENT)).isInstanceOf(Throttled.class);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
