package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.task.JdbcTaskStore;
import dev.writ.service.task.Precondition;
import dev.writ.service.task.TaskEntry;
import dev.writ.service.task.TaskStore;
import dev.writ.service.user.Argon2PasswordHashes;
import dev.writ.service.user.JdbcUserStore;
import dev.writ.service.user.PasswordOutcome;
import dev.writ.service.user.PasswordVerifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {

    @TempDir
    Path folder;

    @Test
    void a_fresh_embedded_database_holds_the_two_tasks_of_the_tutorial() {
        try (Database database = open()) {
            assertThat(new JdbcTaskStore(database).page(null, 10, 0).entries())
                    .containsExactly(
                            new TaskEntry(1, "Buy groceries", "Milk, Cheese, Pizza, Fruit, Tylenol", false, 1),
                            new TaskEntry(
                                    2, "Learn Python", "Need to find a good Python tutorial on the web", false, 1));
        }
    }

    @Test
    void miguel_logs_in_with_the_password_python_and_no_other() {
        try (Database database = open()) {
            PasswordVerifier verifier = new PasswordVerifier(new JdbcUserStore(database), new Argon2PasswordHashes());

            assertThat(verifier.verify("miguel", "java", "192.0.2.1")).isEqualTo(new PasswordOutcome.Refused());
            assertThat(verifier.verify("miguel", "python", "192.0.2.1"))
                    .isEqualTo(new PasswordOutcome.Verified("miguel"));
            assertThat(new JdbcUserStore(database).demoUsers()).containsExactly("miguel");
        }
    }

    @Test
    void what_was_deleted_does_not_come_back_with_a_restart() {
        try (Database database = open()) {
            TaskStore tasks = new JdbcTaskStore(database);
            tasks.delete(1, Precondition.none());
            tasks.delete(2, Precondition.none());
            database.<Integer>write(handle -> handle.execute("DELETE FROM user_account"));
        }

        try (Database database = open()) {
            TaskStore tasks = new JdbcTaskStore(database);
            assertThat(tasks.page(null, 10, 0).entries()).isEmpty();
            assertThat(new JdbcUserStore(database).find("miguel")).isEmpty();
            assertThat(tasks.create("Next", "", false).id()).isEqualTo(3);
        }
    }

    private Database open() {
        return Database.open(TestDatabases.sqlite(folder));
    }
}
