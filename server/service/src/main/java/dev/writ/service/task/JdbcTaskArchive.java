package dev.writ.service.task;

import dev.writ.service.database.Database;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** All tasks in a relational database. */
public final class JdbcTaskArchive implements TaskArchive {
    private static final String TABLE = "task";
    private static final int PAGE = 1_000;
    private static final int MAX_TAKEN = 100;

    private final Database database;

    public JdbcTaskArchive(Database database) {
        this.database = database;
    }

    @Override
    public void dump(Consumer<? super Summary> beginning, Consumer<? super TaskEntry> each) {
        database.<Boolean>snapshot(handle -> {
            long count = handle.createQuery("SELECT count(*) FROM task")
                    .mapTo(long.class)
                    .one();
            beginning.accept(new Summary(count, database.lastId(handle, TABLE)));
            long after = 0;
            List<TaskEntry> page = page(handle, after);
            while (!page.isEmpty()) {
                page.forEach(each);
                after = page.get(page.size() - 1).id();
                page = page(handle, after);
            }
            return true;
        });
    }

    private static List<TaskEntry> page(Handle handle, long after) {
        return handle.createQuery("SELECT id, title, description, done, version FROM task WHERE id > :after"
                        + " ORDER BY id LIMIT :limit")
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, context) -> JdbcTaskStore.entry(row))
                .list();
    }

    @Override
    public List<Long> load(Iterator<TaskEntry> tasks, long lastId, boolean replace) {
        try {
            return database.write(handle -> {
                database.lock(handle, TABLE);
                if (replace) {
                    handle.execute("DELETE FROM task");
                }
                List<Long> taken = new ArrayList<>();
                long highest = lastId;
                while (tasks.hasNext() && taken.size() < MAX_TAKEN) {
                    List<TaskEntry> page = next(tasks);
                    taken.addAll(insert(handle, page));
                    highest = Math.max(highest, page.get(page.size() - 1).id());
                }
                if (!taken.isEmpty()) {
                    throw new TakenException(taken);
                }
                database.raiseLastId(handle, TABLE, highest);
                return List.<Long>of();
            });
        } catch (TakenException e) {
            return e.ids;
        }
    }

    private static List<TaskEntry> next(Iterator<TaskEntry> tasks) {
        List<TaskEntry> page = new ArrayList<>();
        while (tasks.hasNext() && page.size() < PAGE) {
            page.add(tasks.next());
        }
        return page;
    }

    /** Ids of those that could not be added because their id is taken. */
    private static List<Long> insert(Handle handle, List<TaskEntry> page) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO task (id, title, description, done, version)"
                + " VALUES (:id, :title, :description, :done, :version) ON CONFLICT (id) DO NOTHING");
        page.forEach(task -> batch.bind("id", task.id())
                .bind("title", task.title())
                .bind("description", task.description())
                .bind("done", task.done())
                .bind("version", task.version())
                .add());
        int[] added = batch.execute();
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 0) {
                taken.add(page.get(i).id());
            }
        }
        return taken;
    }

    /** Undoes the transaction. */
    private static final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Long> ids;

        TakenException(List<Long> ids) {
            super("ids are taken", null, false, false);
            this.ids = List.copyOf(ids.subList(0, Math.min(ids.size(), MAX_TAKEN)));
        }
    }
}
