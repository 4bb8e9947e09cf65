package dev.writ.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every archive of tasks does. A subclass brings the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskArchiveContract {
    private final Database database;
    private final TaskArchive archive;
    private final TaskStore store;

    TaskArchiveContract(DatabaseSettings freshDatabase) {
        database = Database.openForMaintenance(freshDatabase);
        archive = new JdbcTaskArchive(database);
        store = new JdbcTaskStore(database);
    }

    @BeforeEach
    void empty() {
        TestDatabases.empty(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void what_is_loaded_is_there_as_it_was() {
        long base = base();
        List<TaskEntry> tasks = List.of(
                new TaskEntry(base + 3, "买 🛒", "it's\n\"quoted\"", true, 7),
                new TaskEntry(base + 4, "b", "", false, 9_007_199_254_740_991L));

        assertThat(archive.load(tasks.iterator(), 0, false)).isEmpty();

        assertThat(dumped()).isEqualTo(tasks);
        assertThat(store.find(base + 3)).contains(tasks.get(0));
    }

    @Test
    void a_dump_begins_with_the_number_of_tasks_and_the_last_id_and_has_all_pages_in_order() {
        long last = base();
        for (int i = 0; i < 2_500; i++) {
            last = store.create("task " + i, "", false).id();
        }
        store.delete(last, Precondition.none());
        List<TaskArchive.Summary> summaries = new ArrayList<>();

        List<TaskEntry> tasks = new ArrayList<>();
        archive.dump(summaries::add, tasks::add);

        assertThat(summaries).containsExactly(new TaskArchive.Summary(2_499, last));
        assertThat(tasks).hasSize(2_499);
        assertThat(tasks).extracting(TaskEntry::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_dump_shows_one_moment() {
        TaskEntry first = store.create("first", "", false);
        List<TaskEntry> tasks = new ArrayList<>();

        archive.dump(
                summary -> {
                    store.create("late", "", false);
                    store.update(first.id(), new TaskPatch("changed", null, null), Precondition.none());
                },
                tasks::add);

        assertThat(tasks).containsExactly(first);
        assertThat(dumped()).hasSize(2);
    }

    @Test
    void new_tasks_come_after_all_ids_that_were_loaded_or_ever_given() {
        long far = base() + 1_000_000;
        archive.load(List.of(new TaskEntry(base() + 1, "a", "", false, 1)).iterator(), far, false);
        assertThat(store.create("next", "", false).id()).isEqualTo(far + 1);

        archive.load(List.of(new TaskEntry(far + 10, "b", "", false, 1)).iterator(), 0, false);
        assertThat(store.create("next", "", false).id()).isEqualTo(far + 11);

        archive.load(Collections.emptyIterator(), 5, true);
        assertThat(store.create("next", "", false).id()).isEqualTo(far + 12);
    }

    @Test
    void ids_that_are_taken_are_told_and_nothing_is_loaded() {
        TaskEntry there = store.create("there", "", false);
        Iterator<TaskEntry> tasks = List.of(
                        new TaskEntry(there.id(), "other", "", true, 9),
                        new TaskEntry(there.id() + 1, "new", "", false, 1))
                .iterator();

        assertThat(archive.load(tasks, 0, false)).containsExactly(there.id());
        assertThat(dumped()).containsExactly(there);
    }

    @Test
    void not_more_than_a_hundred_taken_ids_are_told() {
        long first = base() + 1;
        List<TaskEntry> tasks = LongStream.range(first, first + 3_000)
                .mapToObj(id -> new TaskEntry(id, "a", "", false, 1))
                .toList();
        archive.load(tasks.iterator(), 0, false);

        assertThat(archive.load(tasks.iterator(), 0, false)).hasSize(100);
        assertThat(dumped()).hasSize(3_000);
    }

    @Test
    void what_is_there_is_replaced_in_one_step() {
        TaskEntry there = store.create("there", "", false);
        TaskEntry instead = new TaskEntry(there.id(), "instead", "", true, 4);

        assertThat(archive.load(List.of(instead).iterator(), 0, true)).isEmpty();
        assertThat(dumped()).containsExactly(instead);
    }

    @Test
    void a_failure_in_the_middle_leaves_everything_as_it_was() {
        TaskEntry there = store.create("there", "", false);
        Iterator<TaskEntry> broken = new Iterator<>() {
            private long next = there.id();

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public TaskEntry next() {
                if (++next > there.id() + 1_500) {
                    throw new IllegalStateException("the file broke off");
                }
                return new TaskEntry(next, "new", "", false, 1);
            }
        };

        assertThatThrownBy(() -> archive.load(broken, 0, true)).hasMessageContaining("the file broke off");
        assertThat(dumped()).containsExactly(there);
    }

    /** An id below all that the tests use: the database is the same for all of them, and ids only rise. */
    private long base() {
        return database.<Long>read(handle -> database.lastId(handle, "task"));
    }

    private List<TaskEntry> dumped() {
        List<TaskEntry> tasks = new ArrayList<>();
        archive.dump(summary -> {}, tasks::add);
        return tasks;
    }
}
