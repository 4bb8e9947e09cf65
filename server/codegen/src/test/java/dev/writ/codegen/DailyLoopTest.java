package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team does every day: edit the contract, see what no longer compiles, write it. */
class DailyLoopTest {
    private static final Path CONTRACT = Path.of("../../api-spec/openapi.yaml");

    private static final String RESOURCE = """
            import dev.writ.spec.api.*;
            import dev.writ.spec.model.*;
            import java.net.URI;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            final class TaskResource implements TasksApi {
                @Override
                public ListTasksResponse listTasks(@Nullable Boolean done, int limit, @Nullable String after) {
                    return ListTasksResponse.ok(new TaskList(List.of())).eTag("1");
                }

                @Override
                public CreateTaskResponse createTask(NewTask body) {
                    Task task = new Task(1, body.title(), body.description(), body.done());
                    return CreateTaskResponse.created(new TaskEnvelope(task)).location(URI.create("/1")).eTag("1");
                }

                @Override
                public GetTaskResponse getTask(long taskId, @Nullable String ifNoneMatch) {
                    return GetTaskResponse.notFound();
                }

                @Override
                public UpdateTaskResponse updateTask(long taskId, @Nullable String ifMatch, TaskUpdate body) {
                    return UpdateTaskResponse.preconditionFailed("It has changed.");
                }

                @Override
                public DeleteTaskResponse deleteTask(long taskId, @Nullable String ifMatch) {
                    return DeleteTaskResponse.ok(new Deletion(true));
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void what_implements_the_contract_compiles() throws IOException {
        compile(Files.readString(CONTRACT), RESOURCE).orFail();
    }

    @Test
    void a_new_operation_is_missing_until_it_is_written() throws IOException {
        String contract = edit(Files.readString(CONTRACT), "\\n  /health:\\n", """

              /todo/api/v1.0/tasks/archive:
                post:
                  operationId: archiveTasks
                  tags: [tasks]
                  responses:
                    '204':
                      description: Done.
              /health:
            """);

        assertFails(contract, RESOURCE, "does not override abstract method archiveTasks()");

        compile(contract, edit(RESOURCE, "}\\n$", """
                @Override
                public ArchiveTasksResponse archiveTasks() {
                    return ArchiveTasksResponse.noContent();
                }
            }
            """)).orFail();
    }

    @Test
    void a_new_required_property_is_missing_until_it_is_given() throws IOException {
        String contract = edit(
                Files.readString(CONTRACT), "required: \\[id, title, description, done\\]\\n      properties:\\n", """
            required: [id, title, description, done, owner]
                  properties:
                    owner:
                      type: string
            """);

        assertFails(
                contract,
                RESOURCE,
                "constructor Task in record Task cannot be applied to given types",
                "required: String,long,String,String,boolean");

        compile(contract, RESOURCE.replace("new Task(1", "new Task(\"me\", 1")).orFail();
    }

    @Test
    void a_new_parameter_is_missing_until_it_is_taken() throws IOException {
        String contract = edit(Files.readString(CONTRACT), "        - \\$ref: '#/components/parameters/After'\\n", """
                    - $ref: '#/components/parameters/After'
                    - {name: owner, in: query, required: true, schema: {type: string}}
            """);

        assertFails(contract, RESOURCE, "does not override abstract method listTasks(Boolean,int,String,String)");

        compile(contract, RESOURCE.replace("@Nullable String after)", "@Nullable String after, String owner)"))
                .orFail();
    }

    @Test
    void an_undeclared_status_does_not_compile() throws IOException {
        assertFails(
                Files.readString(CONTRACT),
                RESOURCE.replace("GetTaskResponse.notFound()", "GetTaskResponse.noContent()"),
                "cannot find symbol",
                "noContent()");
    }

    @Test
    void the_response_of_another_operation_does_not_compile() throws IOException {
        assertFails(
                Files.readString(CONTRACT),
                RESOURCE.replace("GetTaskResponse.notFound()", "DeleteTaskResponse.notFound()"),
                "DeleteTaskResponse",
                "cannot be converted to GetTaskResponse");
    }

    @Test
    void a_missing_required_header_does_not_compile() throws IOException {
        assertFails(
                Files.readString(CONTRACT),
                RESOURCE.replace(".location(URI.create(\"/1\")).eTag(\"1\")", ".location(URI.create(\"/1\"))"),
                "NeedsETag cannot be converted to CreateTaskResponse");
        assertFails(
                Files.readString(CONTRACT),
                RESOURCE.replace(".location(URI.create(\"/1\")).eTag(\"1\")", ".eTag(\"1\")"),
                "cannot find symbol",
                "eTag(String)",
                "NeedsLocation");
    }

    private Compiled compile(String contract, String resource) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        return Generated.from(run, contract).compile(Map.of("TaskResource", resource));
    }

    private void assertFails(String contract, String resource, String... named) throws IOException {
        Compiled compiled = compile(contract, resource);
        assertThat(compiled.success()).isFalse();
        assertThat(String.join("\n", compiled.messages())).contains(named);
    }

    private static String edit(String text, String regex, String replacement) {
        String edited = text.replaceFirst(regex, java.util.regex.Matcher.quoteReplacement(replacement));
        assertThat(edited).isNotEqualTo(text);
        return edited;
    }
}
