package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.Client.Answer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's transcript against the packaged service, with credentials from the first line. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TutorialIT {
    private static final String GROCERIES =
            "{\"id\":1,\"title\":\"Buy groceries\",\"description\":\"Milk, Cheese, Pizza, Fruit, Tylenol\",\"done\":false}";
    private static final String PYTHON =
            "{\"id\":2,\"title\":\"Learn Python\",\"description\":\"Need to find a good Python tutorial on the web\",\"done\":false}";

    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static Client miguel;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder);
        miguel = Client.miguel(service.uri());
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    @Order(1)
    void a_fresh_list_has_two_tasks() throws Exception {
        Answer answer = miguel.get(Client.TASKS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"tasks\":[" + GROCERIES + "," + PYTHON + "]}");
        assertThat(answer.header("ETag")).isNotEmpty();
        assertThat(answer.header("Link")).isEmpty();
    }

    @Test
    @Order(2)
    void one_task_can_be_read() throws Exception {
        Answer answer = miguel.get(Client.TASKS + "/2");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"task\":" + PYTHON + "}");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    @Order(3)
    void a_task_that_is_not_there_is_not_found() throws Exception {
        Answer answer = miguel.get(Client.TASKS + "/3");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("title").asText()).isEqualTo("Not Found");
    }

    @Test
    @Order(4)
    void a_task_is_created_from_its_title() throws Exception {
        Answer answer = miguel.sendJson("POST", Client.TASKS, "{\"title\":\"Read a book\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"task\":{\"id\":3,\"title\":\"Read a book\",\"description\":\"\",\"done\":false}}");
        assertThat(answer.header("Location")).isEqualTo(Client.TASKS + "/3");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @Order(5)
    void a_task_is_ticked_off_and_keeps_the_rest() throws Exception {
        Answer answer = miguel.sendJson("PUT", Client.TASKS + "/2", "{\"done\":true}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"task\":" + PYTHON.replace("false", "true") + "}");
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    @Order(6)
    void a_task_is_deleted_once() throws Exception {
        Answer answer = miguel.send("DELETE", Client.TASKS + "/2", Optional.empty());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"result\":true}");
        assertThat(miguel.send("DELETE", Client.TASKS + "/2", Optional.empty()).status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void without_credentials_or_with_wrong_ones_there_is_nothing() throws Exception {
        for (Client stranger :
                new Client[] {Client.anonymous(service.uri()), Client.of(service.uri(), "miguel", "java")}) {
            Answer answer = stranger.get(Client.TASKS);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Writ to-do\", charset=\"UTF-8\"");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }
}
