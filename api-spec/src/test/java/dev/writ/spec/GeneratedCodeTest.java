package dev.writ.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse;
import dev.writ.spec.api.CreateTaskResponse;
import dev.writ.spec.api.GetTaskResponse;
import dev.writ.spec.api.ListTasksResponse;
import dev.writ.spec.api.TasksApi;
import dev.writ.spec.model.NewTask;
import dev.writ.spec.model.Task;
import dev.writ.spec.model.TaskEnvelope;
import dev.writ.spec.model.TaskList;
import dev.writ.spec.model.TaskUpdate;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedCodeTest {
    private static final Task TASK = new Task(3, "Read a book", "", false);

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void the_contract_is_in_the_jar() {
        assertThat(TasksApi.class.getResource("/openapi.yaml")).isNotNull();
    }

    @Test
    void a_method_says_which_operation_it_is() throws NoSuchMethodException {
        Method method = TasksApi.class.getMethod("updateTask", long.class, String.class, TaskUpdate.class);

        assertThat(TasksApi.class.getAnnotation(Path.class).value()).isEqualTo("/");
        assertThat(method.isAnnotationPresent(PUT.class)).isTrue();
        assertThat(method.getAnnotation(Path.class).value()).isEqualTo("/todo/api/v1.0/tasks/{taskId}");
        assertThat(method.getAnnotation(OperationId.class).value()).isEqualTo("updateTask");
        assertThat(method.getParameters()[1].getAnnotation(Bound.class).value()).isEqualTo("If-Match");
        assertThat(method.getParameters()[2].getAnnotations()).isEmpty();
    }

    @Test
    void a_response_carries_what_was_said() {
        TypedResponse response = CreateTaskResponse.created(new TaskEnvelope(TASK))
                .location(URI.create("/todo/api/v1.0/tasks/3"))
                .eTag("\"1\"");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers())
                .isEqualTo(Map.of("Location", List.of("/todo/api/v1.0/tasks/3"), "ETag", List.of("\"1\"")));
        assertThat(bodyOf(response)).isEqualTo(new TaskEnvelope(TASK));
    }

    @Test
    void optional_headers_are_chained() {
        TypedResponse response =
                ListTasksResponse.ok(new TaskList(List.of(TASK))).eTag("\"1\"").link("<x>; rel=\"next\"");

        assertThat(response.headers()).containsOnlyKeys("ETag", "Link");
    }

    @Test
    void a_problem_has_no_body_of_its_own() {
        assertThat(bodyOf(GetTaskResponse.notFound("There is no task 3."))).isEqualTo("problem");
        assertThat(bodyOf(GetTaskResponse.notModified().eTag("\"1\""))).isEqualTo("none");
    }

    @Test
    void a_new_task_gets_its_defaults() throws IOException {
        assertThat(mapper.readValue("{\"title\":\"Read a book\"}", NewTask.class))
                .isEqualTo(new NewTask("Read a book", "", false))
                .isEqualTo(NewTask.builder("Read a book").build());
    }

    @Test
    void a_task_without_title_is_not_a_task() {
        assertThatThrownBy(() -> mapper.readValue("{\"id\":1,\"description\":\"\",\"done\":false}", Task.class))
                .hasMessageContaining("title");
    }

    @Test
    void an_update_leaves_out_what_it_keeps() throws IOException {
        TaskUpdate update = TaskUpdate.builder().done(true).build();

        assertThat(mapper.writeValueAsString(update)).isEqualTo("{\"done\":true}");
        assertThat(mapper.readValue("{\"done\":true}", TaskUpdate.class)).isEqualTo(update);
    }

    private static Object bodyOf(TypedResponse response) {
        return response.payload().<Object>fold(() -> "none", (body, mediaType) -> body, detail -> "problem");
    }
}
