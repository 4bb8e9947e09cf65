package dev.writ.service.task;

import dev.writ.api.EntityTags;
import dev.writ.spec.api.CreateTaskResponse;
import dev.writ.spec.api.DeleteTaskResponse;
import dev.writ.spec.api.GetTaskResponse;
import dev.writ.spec.api.ListTasksResponse;
import dev.writ.spec.api.TasksApi;
import dev.writ.spec.api.UpdateTaskResponse;
import dev.writ.spec.model.Deletion;
import dev.writ.spec.model.NewTask;
import dev.writ.spec.model.Task;
import dev.writ.spec.model.TaskEnvelope;
import dev.writ.spec.model.TaskList;
import dev.writ.spec.model.TaskUpdate;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The to-do list over HTTP. */
public final class TaskResource implements TasksApi {
    private final Tasks tasks;

    @Inject
    public TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public ListTasksResponse listTasks(@Nullable Boolean done, int limit, @Nullable String after) {
        Optional<Tasks.Page> page = tasks.list(done, limit, after);
        return page.isEmpty()
                ? ListTasksResponse.badRequest("after: must be the cursor of a next link")
                : listed(page.get(), done, limit);
    }

    private static ListTasksResponse listed(Tasks.Page page, @Nullable Boolean done, int limit) {
        ListTasksResponse.Ok response = ListTasksResponse.ok(new TaskList(
                page.tasks().entries().stream().map(TaskResource::task).toList()));
        return page.next()
                .map(cursor -> response.link("<" + next(cursor, done, limit) + ">; rel=\"next\""))
                .orElse(response);
    }

    private static URI next(String cursor, @Nullable Boolean done, int limit) {
        UriBuilder list = UriBuilder.fromMethod(TasksApi.class, "listTasks").queryParam("limit", limit);
        return (done == null ? list : list.queryParam("done", done))
                .queryParam("after", cursor)
                .build();
    }

    @Override
    public GetTaskResponse getTask(long taskId, @Nullable String ifNoneMatch) {
        return tasks.find(taskId)
                .<GetTaskResponse>map(task -> {
                    String tag = VersionTag.of(task);
                    return EntityTags.parse(ifNoneMatch).matchWeakly(tag)
                            ? GetTaskResponse.notModified().eTag(tag)
                            : GetTaskResponse.ok(envelope(task)).eTag(tag);
                })
                .orElseGet(() -> GetTaskResponse.notFound(none(taskId)));
    }

    @Override
    public CreateTaskResponse createTask(NewTask body) {
        TaskEntry task = tasks.create(body.title(), body.description(), body.done());
        return CreateTaskResponse.created(envelope(task))
                .location(UriBuilder.fromMethod(TasksApi.class, "getTask").build(task.id()))
                .eTag(VersionTag.of(task));
    }

    @Override
    public UpdateTaskResponse updateTask(long taskId, @Nullable String ifMatch, TaskUpdate body) {
        TaskPatch patch = new TaskPatch(body.title(), body.description(), body.done());
        return tasks.update(taskId, patch, VersionTag.precondition(ifMatch))
                .fold(
                        task -> UpdateTaskResponse.ok(envelope(task)).eTag(VersionTag.of(task)),
                        () -> UpdateTaskResponse.notFound(none(taskId)),
                        () -> UpdateTaskResponse.preconditionFailed("The task has changed since."));
    }

    @Override
    public DeleteTaskResponse deleteTask(long taskId, @Nullable String ifMatch) {
        return tasks.delete(taskId, VersionTag.precondition(ifMatch))
                .fold(
                        task -> DeleteTaskResponse.ok(new Deletion(true)),
                        () -> DeleteTaskResponse.notFound(none(taskId)),
                        () -> DeleteTaskResponse.preconditionFailed("The task has changed since."));
    }

    private static TaskEnvelope envelope(TaskEntry task) {
        return new TaskEnvelope(task(task));
    }

    private static Task task(TaskEntry task) {
        return new Task(task.id(), task.title(), task.description(), task.done());
    }

    private static String none(long taskId) {
        return "There is no task " + taskId + ".";
    }
}
