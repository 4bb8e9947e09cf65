package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Verified;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two services and an operator's command, each with connections of its own to one database. A subclass brings it. */
abstract class ReplicasContract {

    private final CountingHashes hashes = new CountingHashes();
    private final AtomicLong nanos = new AtomicLong();
    private Database firstDatabase;
    private Database secondDatabase;
    private Database operatorDatabase;
    private PasswordVerifier first;
    private PasswordVerifier second;
    private UserAdministration operator;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        DatabaseSettings settings = freshDatabase();
        firstDatabase = Database.open(settings);
        TestDatabases.empty(firstDatabase);
        secondDatabase = Database.open(settings);
        operatorDatabase = Database.openForMaintenance(settings);
        first = verifier(firstDatabase);
        second = verifier(secondDatabase);
        operator = new UserAdministration(new JdbcUserStore(operatorDatabase), hashes);
    }

    @AfterEach
    void close() {
        firstDatabase.close();
        secondDatabase.close();
        operatorDatabase.close();
    }

    @Test
    void a_user_who_is_added_can_use_both_at_once() {
        operator.add("ada", "analytical");

        assertBoth("analytical", new Verified("ada"));
    }

    @Test
    void a_changed_password_is_out_of_both_within_a_second() {
        operator.add("ada", "analytical");
        assertBoth("analytical", new Verified("ada"));

        operator.changePassword("ada", "difference");
        assertBoth("difference", new Verified("ada"));
        pass(Duration.ofSeconds(1));
        assertBoth("analytical", new Refused());
        assertBoth("difference", new Verified("ada"));
    }

    @Test
    void a_disabled_user_is_out_of_both_within_a_second_and_an_enabled_one_is_back() {
        operator.add("ada", "analytical");
        assertBoth("analytical", new Verified("ada"));

        operator.disable("ada");
        pass(Duration.ofSeconds(1));
        assertBoth("analytical", new Refused());

        operator.enable("ada");
        assertBoth("analytical", new Verified("ada"));
    }

    private void assertBoth(String password, PasswordOutcome expected) {
        assertThat(login(first, password)).isEqualTo(expected);
        assertThat(login(second, password)).isEqualTo(expected);
    }

    private PasswordVerifier verifier(Database database) {
        return new PasswordVerifier(
                new JdbcUserStore(database),
                new PasswordComparer(hashes, new HashGate(1, 1, Duration.ofMinutes(1))),
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static PasswordOutcome login(PasswordVerifier verifier, String password) {
        return verifier.verify("ada", password, "192.0.2.1");
    }
}
