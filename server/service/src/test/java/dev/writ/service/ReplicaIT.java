package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.service.Client.Answer;
import dev.writ.service.database.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the service on one PostgreSQL are one service. */
class ReplicaIT {
    private static final int WRITERS = 50;
    private static final int ROUNDS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static ServiceProcess one;
    private static ServiceProcess other;
    private static ExecutorService threads;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> environment = Map.of(
                "WRIT_DATABASE_URL",
                TestUsers.addTo(TestPostgres.shared().freshDatabase()).url());
        one = ServiceProcess.launch(folder, environment);
        other = ServiceProcess.launch(folder, environment);
        threads = Executors.newFixedThreadPool(WRITERS);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        one.close();
        other.close();
    }

    /** The first writer uses one replica, the second the other, and so on. */
    private static Client client(int number) throws Exception {
        return TestUsers.login((number % 2 == 0 ? one : other).uri());
    }

    private static List<Answer> all(IntFunction<Callable<Answer>> request) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer :
                threads.invokeAll(IntStream.range(0, WRITERS).mapToObj(request).toList())) {
            answers.add(answer.get());
        }
        return answers;
    }

    @Test
    void of_all_who_saw_one_version_exactly_one_changes_it_whichever_replica_they_ask() throws Exception {
        String task = client(0)
                .sendJson("POST", Client.TASKS, "{\"title\":\"contended\"}")
                .header("Location");
        for (int round = 1; round <= ROUNDS; round++) {
            String title = "round " + round + " writer ";
            String tag = client(round).get(task).header("ETag");

            List<Answer> answers = all(writer -> () -> {
                Answer answer = put(client(writer), task, title + writer, tag);
                long end = System.nanoTime() + LONGEST.toNanos();
                // The database was busy, and nothing has changed.
                while (answer.status() == 503 && System.nanoTime() < end) {
                    answer = put(client(writer), task, title + writer, tag);
                }
                return answer;
            });

            assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
            List<Answer> winners =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(winners).as(title).hasSize(1);
            for (int replica = 0; replica < 2; replica++) {
                Answer now = client(replica).get(task);
                assertThat(now.json()).isEqualTo(winners.get(0).json());
                assertThat(now.header("ETag"))
                        .isEqualTo(winners.get(0).header("ETag"))
                        .isEqualTo("\"" + (round + 1) + "\"");
            }
        }
    }

    private static Answer put(Client client, String task, String title, String tag) throws Exception {
        return client.sendJson("PUT", task, "{\"title\":\"" + title + "\"}", "If-Match", tag);
    }

    @Test
    void unconditional_writes_all_count_and_ids_are_given_once() throws Exception {
        List<Answer> created =
                all(writer -> () -> client(writer).sendJson("POST", Client.TASKS, "{\"title\":\"by " + writer + "\"}"));

        assertThat(created).extracting(Answer::status).containsOnly(201);
        assertThat(created).extracting(answer -> answer.header("Location")).doesNotHaveDuplicates();

        String task = created.get(0).header("Location");
        List<Answer> ticked = all(writer -> () -> client(writer).sendJson("PUT", task, "{\"done\":true}"));

        assertThat(ticked).extracting(Answer::status).containsOnly(200);
        assertThat(client(1).get(task).header("ETag")).isEqualTo("\"" + (WRITERS + 1) + "\"");
    }

    @Test
    void a_list_can_be_followed_from_one_replica_to_the_other() throws Exception {
        Set<String> created = new HashSet<>();
        for (Answer answer : all(writer ->
                () -> client(writer).sendJson("POST", Client.TASKS, "{\"title\":\"paged " + writer + "\"}"))) {
            created.add(answer.json().at("/task/id").asText());
        }
        List<String> seen = new ArrayList<>();
        String next = Client.TASKS + "?limit=7";
        for (int page = 0; !next.isEmpty(); page++) {
            Answer answer = client(page).get(next);
            for (JsonNode task : answer.json().get("tasks")) {
                seen.add(task.get("id").asText());
            }
            String link = answer.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(created);
    }
}
