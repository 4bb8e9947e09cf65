package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writ.service.user.PasswordOutcome.Busy;
import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Verified;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordVerifierTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int MANY = 64;
    private static final String CLIENT = "192.0.2.1";

    private final CountingHashes hashes = new CountingHashes();
    private final UserStore users = new MapUserStore();
    private final AtomicLong nanos = new AtomicLong();
    private final HashGate gate = new HashGate(2, MANY, LONG);
    private final PasswordVerifier verifier = verifierBehind(gate);
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @BeforeEach
    void add_users() {
        users.add(new UserEntry("ada", hashes.hash("engine")));
        users.add(new UserEntry("bob", hashes.hash("builder")));
    }

    @AfterEach
    void stop_clients() {
        clients.shutdownNow();
    }

    @Test
    void the_right_password_is_verified() {
        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Verified("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"engin", "engine ", "Engine", "builder"})
    void a_wrong_password_is_refused(String password) {
        assertThat(verifier.verify("ada", password, CLIENT)).isEqualTo(new Refused());
        assertThat(hashes.matched()).containsExactly("hash of engine");
    }

    @Test
    void an_unknown_user_costs_a_hash_and_is_refused_even_if_the_decoy_matches() {
        assertThat(verifier.verify("eve", "engine", CLIENT)).isEqualTo(new Refused());
        assertThat(hashes.matched()).containsExactly("decoy");
    }

    @Test
    void who_was_verified_is_not_hashed_again() {
        verifier.verify("ada", "engine", CLIENT);

        assertThat(verifier.verify("ada", "engine", CLIENT)).isEqualTo(new Verified("ada"));
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void a_success_helps_no_other_pair_even_if_it_reads_the_same() {
        users.add(new UserEntry("adaengine", hashes.hash("x")));
        users.add(new UserEntry("adae", hashes.hash("x")));
        verifier.verify("ada", "engine", CLIENT);

        assertThat(verifier.verify("ada", "builder", CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("adaengine", "", CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("adae", "ngine", CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("bob", "engine", CLIENT)).isEqualTo(new Refused());
    }

    @Test
    void a_failure_is_hashed_every_time() {
        verifier.verify("ada", "wrong", CLIENT);
        verifier.verify("ada", "wrong", CLIENT);
        verifier.verify("eve", "wrong", CLIENT);
        verifier.verify("eve", "wrong", CLIENT);

        assertThat(hashes.matched()).hasSize(4);
    }

    @Test
    void no_more_hashes_run_at_once_than_the_gate_lets_through() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        hashes.holdUntil(end);

        Future<PasswordOutcome> first = verify("ada", "engine");
        Future<PasswordOutcome> second = verify("bob", "builder");
        await().until(() -> hashes.matched().size() == 2);
        Future<PasswordOutcome> third = verify("ada", "wrong");
        await().until(() -> gate.waiting() == 1);
        assertThat(hashes.matched()).hasSize(2);
        assertThat(third).isNotDone();

        end.countDown();
        assertThat(first.get()).isEqualTo(new Verified("ada"));
        assertThat(second.get()).isEqualTo(new Verified("bob"));
        assertThat(third.get()).isEqualTo(new Refused());
        assertThat(hashes.matched()).hasSize(3);
    }

    @Test
    void who_waits_too_long_is_told_that_the_service_is_busy_until_it_no_longer_is() throws Exception {
        PasswordVerifier impatient = verifierBehind(new HashGate(1, MANY, Duration.ofMillis(1)));
        impatient.verify("bob", "builder", CLIENT);
        CountDownLatch end = new CountDownLatch(1);
        hashes.holdUntil(end);
        Future<PasswordOutcome> first = clients.submit(() -> impatient.verify("ada", "engine", CLIENT));
        await().until(() -> hashes.matched().size() == 2);

        assertThat(impatient.verify("ada", "wrong", CLIENT)).isEqualTo(new Busy());
        assertThat(impatient.verify("eve", "wrong", CLIENT)).isEqualTo(new Busy());
        assertThat(impatient.verify("bob", "builder", CLIENT)).isEqualTo(new Verified("bob"));
        assertThat(hashes.matched()).hasSize(2);

        end.countDown();
        assertThat(first.get()).isEqualTo(new Verified("ada"));
        assertThat(impatient.verify("ada", "wrong", CLIENT)).isEqualTo(new Refused());
    }

    @Test
    void requests_of_one_client_that_arrive_together_cost_one_hash_however_many_they_are() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        hashes.holdUntil(end);
        List<FutureTask<PasswordOutcome>> requests = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2 * AttemptLimit.ATTEMPTS; i++) {
            FutureTask<PasswordOutcome> request = new FutureTask<>(() -> verifier.verify("ada", "engine", CLIENT));
            Thread thread = new Thread(request);
            thread.start();
            requests.add(request);
            threads.add(thread);
        }
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        end.countDown();

        for (Future<PasswordOutcome> request : requests) {
            assertThat(request.get()).isEqualTo(new Verified("ada"));
        }
        assertThat(hashes.matched()).hasSize(1);
    }

    @Test
    void a_hash_that_fails_gives_its_place_back() {
        users.add(new UserEntry("broken", "x"));
        PasswordComparer failing =
                new PasswordComparer(new Argon2PasswordHashes(), new HashGate(1, MANY, Duration.ofMillis(1)));
        PasswordVerifier single = new PasswordVerifier(users, failing, nanos::get);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> single.verify("broken", "x", CLIENT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("x");
        }
    }

    @Test
    void an_interrupted_wait_ends_and_stays_interrupted() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        hashes.holdUntil(end);
        Future<PasswordOutcome> first = verify("ada", "engine");
        Future<PasswordOutcome> second = verify("bob", "builder");
        await().until(() -> hashes.matched().size() == 2);

        Future<Boolean> third = clients.submit(() -> {
            Thread.currentThread().interrupt();
            return verifier.verify("eve", "x", CLIENT).equals(new Busy())
                    && Thread.currentThread().isInterrupted();
        });

        assertThat(third.get()).isTrue();
        end.countDown();
        assertThat(first.get()).isEqualTo(new Verified("ada"));
        assertThat(second.get()).isEqualTo(new Verified("bob"));
    }

    @Test
    void names_and_passwords_of_the_greatest_length_are_checked() {
        String name = "\uD834\uDD1E".repeat(100);
        String password = "\uD834\uDD1E".repeat(200);
        users.add(new UserEntry(name, hashes.hash(password)));

        assertThat(verifier.verify(name, password, CLIENT)).isEqualTo(new Verified(name));
    }

    @Test
    void longer_ones_are_refused_without_a_hash() {
        users.add(new UserEntry("n".repeat(101), hashes.hash("p")));
        users.add(new UserEntry("long", hashes.hash("p".repeat(201))));

        assertThat(verifier.verify("n".repeat(101), "p", CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("long", "p".repeat(201), CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("long", "p".repeat(1_000_000), CLIENT)).isEqualTo(new Refused());
        assertThat(hashes.matched()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a\0b", "a\nb", "\u007f", "\uD834", "\uDD1E\uD834"})
    void what_no_user_can_have_is_refused_without_a_hash(String text) {
        users.add(new UserEntry(text, hashes.hash("p")));
        users.add(new UserEntry("odd", hashes.hash(text)));

        assertThat(verifier.verify(text, "p", CLIENT)).isEqualTo(new Refused());
        assertThat(verifier.verify("odd", text, CLIENT)).isEqualTo(new Refused());
        assertThat(hashes.matched()).isEmpty();
    }

    @Test
    void a_password_does_not_show_in_the_text_of_its_credentials() {
        assertThat(new Credentials("ada", "engine").toString()).contains("ada").doesNotContain("engine");
    }

    private PasswordVerifier verifierBehind(HashGate gate) {
        return new PasswordVerifier(users, new PasswordComparer(hashes, gate), nanos::get);
    }

    private Future<PasswordOutcome> verify(String name, String password) {
        return clients.submit(() -> verifier.verify(name, password, CLIENT));
    }
}
