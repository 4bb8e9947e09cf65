package dev.writ.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.service.database.Together;
import dev.writ.service.task.ChangeOutcome.Changed;
import dev.writ.service.task.ChangeOutcome.NotFound;
import dev.writ.service.task.ChangeOutcome.VersionMismatch;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every task store does. A subclass brings a store that is empty at the beginning of each test. */
abstract class TaskStoreContract {

    private static final TaskPatch TICK = new TaskPatch(null, null, true);
    private static final long NO_TASK = 4711;

    abstract TaskStore store();

    /** A store as a restarted service would see it: nothing of it but what was kept. */
    abstract TaskStore reopened();

    /** A store of another process on the same tasks. */
    abstract TaskStore replica();

    @Test
    void a_created_task_has_an_id_and_version_one_and_is_found() {
        TaskEntry created = store().create("Read", "a book", true);

        assertThat(created.id()).isPositive();
        assertThat(created).isEqualTo(new TaskEntry(created.id(), "Read", "a book", true, 1));
        assertThat(store().find(created.id())).contains(created);
    }

    @Test
    void a_task_that_does_not_exist_is_not_found() {
        assertThat(store().find(NO_TASK)).isEmpty();
        assertThat(store().find(Long.MAX_VALUE)).isEmpty();
        assertThat(store().find(-1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zażółć gęślą jaźń",
                "e\u0301 is not \u00e9",
                "買い物 🛒 👩‍👩‍👧",
                "𝄞\uFEFF\u202E",
                "it's \"quoted\" :done <id> ? -- ; %_\\",
                " a\r\n\tb ",
                "'); DROP TABLE task; --",
                "\u0001\u001f\u007f\u0085\u2028\uFFFE\uFFFF",
                "E'\\x00' $$ $1 ?? ?| {ts} {fn now()}"
            })
    void text_comes_back_as_it_was_given(String text) {
        TaskEntry created = store().create(text, text, false);

        assertThat(store().find(created.id())).contains(new TaskEntry(created.id(), text, text, false, 1));
    }

    /** UTF-16 can hold it, text cannot; whatever is kept instead, everybody sees the same. */
    @Test
    void a_surrogate_without_its_other_half_is_replaced() {
        TaskEntry created = create("a\uD83Db");

        assertThat(created.title()).isEqualTo("a?b");
        assertThat(store().find(created.id())).contains(created);
    }

    @Test
    void long_text_comes_back_whole() {
        String text = "𝄞".repeat(100_000);

        assertThat(store().find(store().create("long", text, false).id()).map(TaskEntry::description))
                .contains(text);
    }

    @Test
    void ids_rise_and_those_of_deleted_tasks_are_not_used_again() {
        long first = create("first").id();
        long second = create("second").id();
        store().delete(second, Precondition.none());
        store().delete(first, Precondition.none());

        assertThat(second).isGreaterThan(first);
        assertThat(create("third").id()).isGreaterThan(second);
        assertThat(reopened().create("fourth", "", false).id()).isGreaterThan(second + 1);
    }

    @Test
    void an_update_changes_what_is_there_and_keeps_what_is_absent() {
        TaskEntry task = store().create("old", "old", true);

        assertThat(store().update(task.id(), new TaskPatch("new", null, null), Precondition.none()))
                .isEqualTo(new Changed(new TaskEntry(task.id(), "new", "old", true, 2)));
        assertThat(store().update(task.id(), new TaskPatch(null, "", null), Precondition.none()))
                .isEqualTo(new Changed(new TaskEntry(task.id(), "new", "", true, 3)));
        assertThat(store().update(task.id(), new TaskPatch(null, null, false), Precondition.none()))
                .isEqualTo(new Changed(new TaskEntry(task.id(), "new", "", false, 4)));
        assertThat(store().find(task.id())).contains(new TaskEntry(task.id(), "new", "", false, 4));
    }

    @Test
    void an_update_with_nothing_new_is_a_change_too() {
        TaskEntry task = create("same");

        assertThat(store().update(task.id(), new TaskPatch(null, null, null), Precondition.none()))
                .isEqualTo(new Changed(new TaskEntry(task.id(), "same", "", false, 2)));
    }

    @Test
    void a_change_touches_no_other_task() {
        TaskEntry bystander = create("bystander");
        TaskEntry task = create("task");

        store().update(task.id(), TICK, Precondition.none());
        store().delete(task.id(), Precondition.none());

        assertThat(store().page(null, 10, 0).entries()).containsExactly(bystander);
    }

    @Test
    void a_deleted_task_is_gone_and_was_as_the_outcome_says() {
        TaskEntry task = create("task");

        assertThat(store().delete(task.id(), Precondition.none())).isEqualTo(new Changed(task));
        assertThat(store().find(task.id())).isEmpty();
        assertThat(store().delete(task.id(), Precondition.none())).isEqualTo(new NotFound());
    }

    @Test
    void a_task_that_does_not_exist_is_not_changed_whatever_the_precondition() {
        for (Precondition precondition : List.of(Precondition.none(), Precondition.versionIn(Set.of(1L)))) {
            assertThat(store().update(NO_TASK, TICK, precondition)).isEqualTo(new NotFound());
            assertThat(store().delete(NO_TASK, precondition)).isEqualTo(new NotFound());
        }
        assertThat(store().page(null, 10, 0).entries()).isEmpty();
    }

    @Test
    void a_version_that_the_precondition_names_is_changed() {
        TaskEntry task = create("task");

        assertThat(store().update(task.id(), TICK, Precondition.versionIn(Set.of(1L, 9L))))
                .isEqualTo(new Changed(new TaskEntry(task.id(), "task", "", true, 2)));
        assertThat(store().delete(task.id(), Precondition.versionIn(Set.of(2L))))
                .isEqualTo(new Changed(new TaskEntry(task.id(), "task", "", true, 2)));
    }

    @Test
    void a_version_that_the_precondition_does_not_name_is_left_alone() {
        TaskEntry task = create("task");

        for (Set<Long> versions : List.of(Set.of(2L, 3L), Set.<Long>of())) {
            Precondition precondition = Precondition.versionIn(versions);
            assertThat(store().update(task.id(), TICK, precondition)).isEqualTo(new VersionMismatch());
            assertThat(store().delete(task.id(), precondition)).isEqualTo(new VersionMismatch());
        }
        assertThat(store().find(task.id())).contains(task);
    }

    @Test
    void versions_as_large_as_an_entity_tag_can_name_are_compared_exactly() {
        TaskEntry task = create("task");

        for (long version : new long[] {999_999_999_999_999_999L, 4_294_967_297L, Long.MAX_VALUE}) {
            Precondition precondition = Precondition.versionIn(Set.of(version));
            assertThat(store().update(task.id(), TICK, precondition)).isEqualTo(new VersionMismatch());
            assertThat(store().update(Long.MAX_VALUE, TICK, precondition)).isEqualTo(new NotFound());
        }
        assertThat(store().find(task.id())).contains(task);
    }

    @Test
    void there_is_nothing_behind_the_last_id_that_can_be() {
        create("task");

        assertThat(store().page(null, Integer.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(new TaskPage(List.of(), false));
        assertThat(store().page(false, Integer.MAX_VALUE, -1).entries()).hasSize(1);
    }

    @Test
    void an_empty_store_has_one_empty_page() {
        assertThat(store().page(null, 10, 0)).isEqualTo(new TaskPage(List.of(), false));
    }

    @Test
    void pages_hold_at_most_the_limit_in_the_order_of_ids_and_tell_whether_there_is_more() {
        List<TaskEntry> all = createMany(5);

        TaskPage first = store().page(null, 2, 0);
        TaskPage second = store().page(null, 2, all.get(1).id());
        TaskPage third = store().page(null, 2, all.get(3).id());

        assertThat(first).isEqualTo(new TaskPage(all.subList(0, 2), true));
        assertThat(second).isEqualTo(new TaskPage(all.subList(2, 4), true));
        assertThat(third).isEqualTo(new TaskPage(all.subList(4, 5), false));
        assertThat(store().page(null, 5, 0)).isEqualTo(new TaskPage(all, false));
    }

    @Test
    void a_page_can_be_of_done_or_of_open_tasks_only() {
        List<TaskEntry> all = IntStream.range(0, 6)
                .mapToObj(i -> store().create("task " + i, "", i % 2 == 0))
                .toList();

        assertThat(store().page(true, 2, 0)).isEqualTo(new TaskPage(List.of(all.get(0), all.get(2)), true));
        assertThat(store().page(true, 2, all.get(2).id())).isEqualTo(new TaskPage(List.of(all.get(4)), false));
        assertThat(store().page(false, 3, 0))
                .isEqualTo(new TaskPage(List.of(all.get(1), all.get(3), all.get(5)), false));
    }

    @Test
    void pages_stay_in_step_while_tasks_come_and_go() {
        List<TaskEntry> all = createMany(4);
        TaskPage first = store().page(null, 2, 0);
        long cursor = first.entries().get(1).id();

        store().delete(all.get(0).id(), Precondition.none());
        store().delete(cursor, Precondition.none());
        TaskEntry late = create("late");

        assertThat(store().page(null, 10, cursor))
                .isEqualTo(new TaskPage(List.of(all.get(2), all.get(3), late), false));
    }

    @Test
    void a_page_behind_the_last_task_is_empty() {
        create("task");

        assertThat(store().page(null, 10, Long.MAX_VALUE)).isEqualTo(new TaskPage(List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_page_of_no_tasks_cannot_be_asked_for(int limit) {
        assertThatThrownBy(() -> store().page(null, limit, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_all_who_saw_one_version_exactly_one_changes_it() throws Exception {
        TaskEntry task = create("contended");
        for (long version = 1; version <= 10; version++) {
            Precondition seen = Precondition.versionIn(Set.of(version));

            List<ChangeOutcome> outcomes = Together.run(
                    8, writer -> store().update(task.id(), new TaskPatch("by " + writer, null, null), seen));

            assertThat(outcomes).filteredOn(Changed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(VersionMismatch.class::isInstance).hasSize(7);
            TaskEntry winner = outcomes.stream()
                    .filter(Changed.class::isInstance)
                    .map(outcome -> ((Changed) outcome).entry())
                    .findFirst()
                    .orElseThrow();
            assertThat(winner.version()).isEqualTo(version + 1);
            assertThat(store().find(task.id())).contains(winner);
        }
    }

    @Test
    void unconditional_updates_at_the_same_time_all_count() throws Exception {
        TaskEntry task = create("contended");

        Together.run(16, writer -> store().update(task.id(), TICK, Precondition.none()));

        assertThat(store().find(task.id())).contains(new TaskEntry(task.id(), "contended", "", true, 17));
    }

    @Test
    void of_all_who_delete_one_task_exactly_one_does() throws Exception {
        TaskEntry task = create("contended");

        List<ChangeOutcome> outcomes = Together.run(8, writer -> store().delete(task.id(), Precondition.none()));

        assertThat(outcomes).filteredOn(new Changed(task)::equals).hasSize(1);
        assertThat(outcomes).filteredOn(new NotFound()::equals).hasSize(7);
    }

    @Test
    void of_all_writers_of_two_replicas_who_saw_one_version_exactly_one_changes_it() throws Exception {
        List<TaskStore> replicas = List.of(store(), replica());
        TaskEntry task = create("contended");

        for (long version = 1; version <= 20; version++) {
            Precondition seen = Precondition.versionIn(Set.of(version));

            List<ChangeOutcome> outcomes =
                    Together.run(16, writer -> replicas.get(writer % 2).update(task.id(), TICK, seen));

            assertThat(outcomes).filteredOn(Changed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(VersionMismatch.class::isInstance).hasSize(15);
        }
        assertThat(replica().find(task.id())).contains(new TaskEntry(task.id(), "contended", "", true, 21));
    }

    @Test
    void tasks_created_at_the_same_time_have_ids_of_their_own() throws Exception {
        List<TaskEntry> created = Together.run(16, writer -> create("by " + writer));

        assertThat(created).extracting(TaskEntry::id).doesNotHaveDuplicates();
        assertThat(store().page(null, 100, 0).entries()).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void what_was_written_is_there_after_a_restart() {
        TaskEntry kept = create("kept");
        TaskEntry deleted = create("deleted");
        store().update(kept.id(), TICK, Precondition.none());
        store().delete(deleted.id(), Precondition.none());

        assertThat(reopened().page(null, 10, 0))
                .isEqualTo(new TaskPage(List.of(new TaskEntry(kept.id(), "kept", "", true, 2)), false));
    }

    private TaskEntry create(String title) {
        return store().create(title, "", false);
    }

    private List<TaskEntry> createMany(int count) {
        return IntStream.range(0, count).mapToObj(i -> create("task " + i)).toList();
    }
}
