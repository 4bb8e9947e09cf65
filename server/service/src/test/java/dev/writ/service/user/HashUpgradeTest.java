package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Verified;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hash with parameters of another time is replaced when its password is shown. */
class HashUpgradeTest {

    private static final String CLIENT = "192.0.2.1";

    private final CountingHashes hashes = new CountingHashes();
    private final UserEntry outdated = new UserEntry("ada", hashes.outdated("engine"), false, true);
    private final AtomicLong nanos = new AtomicLong();
    private WatchedUserStore users;
    private PasswordVerifier verifier;

    @BeforeEach
    void add_ada(@TempDir Path folder) {
        users = new WatchedUserStore(folder);
        users.add(outdated);
        verifier = new PasswordVerifier(
                users, new PasswordComparer(hashes, new HashGate(1, 1, Duration.ofMinutes(1))), nanos::get);
    }

    @Test
    void a_login_replaces_it_and_nothing_else() {
        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Verified("ada"));

        assertThat(users.find("ada")).contains(new UserEntry("ada", hashes.hash("engine"), false, true));
    }

    @Test
    void it_works_with_hashes_of_other_programs() {
        Argon2PasswordHashes argon2 = new Argon2PasswordHashes();
        users.add(new UserEntry(
                "bob", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));

        assertThat(new PasswordVerifier(users, argon2).verify("bob", "password", CLIENT))
                .isEqualTo(new Verified("bob"));
        assertThat(users.find("bob")).get().satisfies(bob -> {
            assertThat(argon2.isCurrent(bob.passwordHash())).isTrue();
            assertThat(argon2.matches("password", bob.passwordHash())).isTrue();
        });
    }

    @Test
    void who_caused_it_is_not_hashed_again() {
        verifier.verify("ada", "engine", CLIENT);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void a_wrong_password_does_not() {
        assertThat(verifier.verify("ada", "wrong", CLIENT)).isEqualTo(new Refused());

        assertThat(users.find("ada")).contains(outdated);
    }

    @Test
    void nor_does_a_disabled_user() {
        users.setDisabled("ada", true);

        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Refused());
        assertThat(users.find("ada")).get().extracting(UserEntry::passwordHash).isEqualTo(outdated.passwordHash());
    }

    @Test
    void a_login_succeeds_though_the_hash_cannot_be_stored() {
        users.makeReadOnly();

        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Verified("ada"));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Verified("ada"));
        assertThat(users.find("ada")).contains(outdated);
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void a_password_that_is_changed_meanwhile_is_kept_and_the_old_one_is_out_within_a_second() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        hashes.holdUntil(end);
        FutureTask<PasswordOutcome> login = new FutureTask<>(() -> verifier.verify("ada", "engine", CLIENT));
        new Thread(login).start();
        await().until(() -> hashes.matched().size() == 1);
        users.changePassword("ada", hashes.hash("analytical"));
        end.countDown();

        assertThat(login.get()).isEqualTo(new Verified("ada"));
        assertThat(users.find("ada")).contains(new UserEntry("ada", hashes.hash("analytical")));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("ada", "analytical", CLIENT)).isEqualTo(new Verified("ada"));
    }
}
