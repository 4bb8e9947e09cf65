package dev.writ.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.service.database.Database;
import dev.writ.service.database.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of JSON and what is wrong with them. */
class TaskLoadTest {
    private static final Contract CONTRACT = ContractReader.read("openapi.yaml");
    private static final String TASK =
            "{\"task\":{\"id\":%d,\"title\":\"a\",\"description\":\"\",\"done\":false},\"version\":1}\n";

    private static final String TASK_1 =
            "{\"task\":{\"id\":1,\"title\":\"a\",\"description\":\"\",\"done\":false},\"version\":1}\n";

    @TempDir
    private Path folder;

    private Database database;
    private TaskArchive archive;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabases.sqlite(folder));
        TestDatabases.empty(database);
        archive = new JdbcTaskArchive(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.jsonl"), text);
        return new TaskLoad(archive, CONTRACT)
                .load(file, false, tasks -> {})
                .fold(tasks -> "loaded " + tasks, faults -> String.join("\n", faults));
    }

    private String dump() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TaskDump(archive, CONTRACT).write(out, tasks -> {});
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_dumped_is_loaded_and_dumped_again_as_the_same_bytes() throws IOException {
        String lines = """
                {"tasks":2,"lastTaskId":9}
                {"task":{"id":3,"title":"买","description":"a\\n\\"b\\"","done":true},"version":7}
                {"task":{"id":8,"title":"b","description":"","done":false},"version":1}
                """;

        assertThat(load(lines)).isEqualTo("loaded 2");
        assertThat(dump()).isEqualTo(lines);
    }

    @Test
    void lines_without_a_header_are_taken() throws IOException {
        assertThat(load(TASK.formatted(1) + TASK.formatted(2).strip())).isEqualTo("loaded 2");
    }

    @Test
    void an_empty_dump_is_no_tasks_but_an_empty_file_is_no_dump() throws IOException {
        assertThat(load("")).isEqualTo("the file is empty: a dump of no tasks has a line that says so");
        assertThat(load("{\"tasks\":0,\"lastTaskId\":0}\n")).isEqualTo("loaded 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | line 1:  the text is not JSON",
                "{\"tasks\":\"two\",\"lastTaskId\":0} | line 1:  task: is required",
                "{\"task\":{\"id\":0,\"title\":\"\",\"description\":\"\",\"done\":1},\"version\":0} | line 1: /task/title",
                "[] | line 1:  must be an object, was an array (openapi.yaml#/components/schemas/TaskRecord/type)",
            })
    void what_the_contract_does_not_have_is_told_with_its_line(String line, String fault) throws IOException {
        assertThat(load(line)).contains(fault);
        assertThat(dump()).startsWith("{\"tasks\":0,");
    }

    @Test
    void everything_that_is_wrong_is_told_and_nothing_is_loaded() throws IOException {
        String text = TASK.formatted(1) + "{}\n" + TASK.formatted(5) + TASK.formatted(5) + "\n" + TASK.formatted(4)
                + TASK.formatted(6).replace("\"a\"", "\"\\u0000\"");

        assertThat(load(text).lines())
                .anyMatch(fault -> fault.startsWith("line 2:  task: is required"))
                .anyMatch(fault -> fault.startsWith("line 2:  version: is required"))
                .anyMatch(fault -> fault.equals("line 4: the id 5 does not follow 5: ids rise from line to line"))
                .anyMatch(fault -> fault.startsWith("line 5:  the text is empty"))
                .anyMatch(fault -> fault.startsWith("line 6: the id 4 does not follow 5"))
                .anyMatch(fault -> fault.startsWith("line 7: /task/title"))
                .hasSize(6);
        assertThat(dump()).startsWith("{\"tasks\":0,");
    }

    @Test
    void a_file_that_was_cut_short_is_noticed() throws IOException {
        assertThat(load("{\"tasks\":2,\"lastTaskId\":2}\n" + TASK.formatted(1)))
                .isEqualTo("line 1: tells of 2 tasks, but 1 follow: the file is cut short");
    }

    @Test
    void a_line_without_end_takes_no_memory_and_is_told() throws IOException {
        assertThat(load(TASK.formatted(1) + "\"" + "a".repeat(3 * BoundedLines.MAX_BYTES) + "\n" + TASK.formatted(2)))
                .isEqualTo("line 2: is longer than " + BoundedLines.MAX_BYTES + " bytes");
    }

    @Test
    void not_more_than_a_hundred_faults_are_told() throws IOException {
        assertThat(load("{}\n".repeat(1_000)).lines()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", TASK_1, TASK_1 + "{}\n", TASK_1 + TASK_1})
    void a_file_that_changes_after_it_was_checked_is_not_loaded(String changed) throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.jsonl"), TASK.formatted(1) + TASK.formatted(2));
        List<Long> progress = new ArrayList<>();
        TaskLoad load = new TaskLoad(archive, CONTRACT);

        assertThatThrownBy(() -> load.load(file, false, tasks -> {
                    progress.add(tasks);
                    if (progress.size() == 2) {
                        rewrite(file, changed);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the file has changed since it was checked");
        assertThat(dump()).startsWith("{\"tasks\":0,");
    }

    private static void rewrite(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_replaces_what_is_there_tells_how_much_it_has() throws IOException {
        load(TASK.formatted(1));
        Path file = Files.writeString(folder.resolve("tasks.jsonl"), TASK.formatted(2));
        TaskLoad load = new TaskLoad(archive, CONTRACT);

        assertThat(load.load(file, true, tasks -> {}).<String>fold(tasks -> "loaded", List::toString))
                .startsWith("[line 1: does not tell how many tasks follow");
        Files.writeString(file, "{\"tasks\":1,\"lastTaskId\":2}\n" + TASK.formatted(2));
        assertThat(load.load(file, true, tasks -> {}).<String>fold(tasks -> "loaded", List::toString))
                .isEqualTo("loaded");
        assertThat(dump()).contains("\"id\":2").doesNotContain("\"id\":1");
    }

    @Test
    void ids_that_are_taken_are_told() throws IOException {
        load(TASK.formatted(1));
        assertThat(load(TASK.formatted(1) + TASK.formatted(2))).isEqualTo("there is a task 1 already");
    }

    @Test
    void progress_counts_twice_first_what_is_checked_then_what_is_added() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.jsonl"), TASK.formatted(1) + TASK.formatted(2));
        List<Long> progress = new ArrayList<>();

        new TaskLoad(archive, CONTRACT).load(file, false, progress::add);

        assertThat(progress).containsExactly(1L, 2L, 1L, 2L);
    }
}
