package dev.writ.service.task;

import dev.writ.service.database.Database;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in a relational database. A conditional write is one statement that names the versions it accepts, so the
 * database decides, for threads and processes alike.
 */
public final class JdbcTaskStore implements TaskStore {

    private static final String COLUMNS = "id, title, description, done, version";
    private static final String RETURNING = " RETURNING " + COLUMNS;

    private final Database database;

    @Inject
    public JdbcTaskStore(Database database) {
        this.database = database;
    }

    @Override
    public TaskPage page(@Nullable Boolean done, int limit, long afterId) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
        }
        String filter = done == null ? "" : " AND done = :done";
        List<TaskEntry> oneMore = database.read(handle -> {
            Query query = handle.createQuery(
                            "SELECT " + COLUMNS + " FROM task WHERE id > :after" + filter + " ORDER BY id LIMIT :limit")
                    .bind("after", afterId)
                    .bind("limit", limit + 1L);
            if (done != null) {
                query.bind("done", done);
            }
            return query.map((row, context) -> entry(row)).list();
        });
        boolean hasMore = oneMore.size() > limit;
        return new TaskPage(hasMore ? oneMore.subList(0, limit) : oneMore, hasMore);
    }

    @Override
    public Optional<TaskEntry> find(long id) {
        return database.read(handle -> one(handle.createQuery("SELECT " + COLUMNS + " FROM task WHERE id = :id")
                .bind("id", id)));
    }

    @Override
    public TaskEntry create(String title, String description, boolean done) {
        return database.write(handle -> one(handle.createQuery("INSERT INTO task (title, description, done, version)"
                                + " VALUES (:title, :description, :done, 1)" + RETURNING)
                        .bind("title", title)
                        .bind("description", description)
                        .bind("done", done))
                .orElseThrow());
    }

    @Override
    public ChangeOutcome update(long id, TaskPatch patch, Precondition precondition) {
        return database.write(handle -> {
            Query update = conditional(
                            handle,
                            "UPDATE task SET title = COALESCE(:title, title),"
                                    + " description = COALESCE(:description, description),"
                                    + " done = COALESCE(:done, done), version = version + 1",
                            id,
                            precondition)
                    .bind("title", patch.title())
                    .bind("description", patch.description())
                    .bind("done", patch.done());
            return outcome(handle, id, one(update));
        });
    }

    @Override
    public ChangeOutcome delete(long id, Precondition precondition) {
        return database.write(
                handle -> outcome(handle, id, one(conditional(handle, "DELETE FROM task", id, precondition))));
    }

    private static Query conditional(Handle handle, String statement, long id, Precondition precondition) {
        String byId = statement + " WHERE id = :id";
        return precondition
                .<Query>fold(
                        () -> handle.createQuery(byId + RETURNING),
                        versions -> handle.createQuery(byId + " AND version IN (<versions>)" + RETURNING)
                                .bindList(EmptyHandling.NULL_KEYWORD, "versions", versions))
                .bind("id", id);
    }

    private static ChangeOutcome outcome(Handle handle, long id, Optional<TaskEntry> changed) {
        if (changed.isPresent()) {
            return new ChangeOutcome.Changed(changed.get());
        }
        boolean exists = handle.createQuery("SELECT 1 FROM task WHERE id = :id")
                .bind("id", id)
                .mapTo(int.class)
                .findOne()
                .isPresent();
        return exists ? new ChangeOutcome.VersionMismatch() : new ChangeOutcome.NotFound();
    }

    private static Optional<TaskEntry> one(Query query) {
        return query.map((row, context) -> entry(row)).findOne();
    }

    static TaskEntry entry(ResultSet row) throws SQLException {
        return new TaskEntry(
                row.getLong("id"),
                row.getString("title"),
                row.getString("description"),
                row.getBoolean("done"),
                row.getLong("version"));
    }
}
