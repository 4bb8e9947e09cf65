package dev.writ.service;

import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.service.configuration.Configuration;
import dev.writ.service.configuration.ConfigurationOptions;
import dev.writ.service.database.Database;
import dev.writ.service.health.HealthResource;
import dev.writ.service.task.ChangeOutcome;
import dev.writ.service.task.JdbcTaskStore;
import dev.writ.service.task.Precondition;
import dev.writ.service.task.TaskEntry;
import dev.writ.service.task.TaskPage;
import dev.writ.service.task.TaskPatch;
import dev.writ.service.task.TaskResource;
import dev.writ.service.task.TaskStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.jspecify.annotations.Nullable;

/**
 * The service with a flaw: a write is acknowledged before it is committed, as a database does that does not sync. Nobody
 * notices as long as it runs.
 */
final class EarlyAcknowledgement {
    private EarlyAcknowledgement() {}

    public static void main(String[] args) throws IOException {
        Configuration configuration =
                new ConfigurationOptions(System.getenv()).read().configuration();
        Database database = Database.open(configuration.database());
        WritServer server = Writ.contract("openapi.yaml")
                .resources(TaskResource.class, HealthResource.class)
                .bind(new ServiceBinder(database, new StopNotice(Duration.ZERO)))
                .bind(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(new Store(database)).to(TaskStore.class).ranked(1);
                    }
                })
                .unknownQueryParameters(UnknownQueryParameters.REFUSE)
                .listen(configuration.host(), configuration.port())
                .start();
        System.out.println("Listening on " + server.uri());
    }

    /** One thing after another, so that clients see what they wrote; the commit follows the acknowledgement. */
    private static final class Store implements TaskStore {
        private static final Duration LAG = Duration.ofMillis(10);

        private final Database database;
        private final TaskStore store;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();

        Store(Database database) {
            this.database = database;
            this.store = new JdbcTaskStore(database);
        }

        private <T> T write(Supplier<T> write) {
            CompletableFuture<T> result = new CompletableFuture<>();
            thread.execute(() -> {
                try {
                    database.<Boolean>write(handle -> {
                        result.complete(write.get());
                        LockSupport.parkNanos(LAG.toNanos());
                        return true;
                    });
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
            return result.join();
        }

        private <T> T read(Supplier<T> read) {
            return CompletableFuture.supplyAsync(read, thread).join();
        }

        @Override
        public TaskPage page(@Nullable Boolean done, int limit, long afterId) {
            return read(() -> store.page(done, limit, afterId));
        }

        @Override
        public Optional<TaskEntry> find(long id) {
            return read(() -> store.find(id));
        }

        @Override
        public TaskEntry create(String title, String description, boolean done) {
            return write(() -> store.create(title, description, done));
        }

        @Override
        public ChangeOutcome update(long id, TaskPatch patch, Precondition precondition) {
            return write(() -> store.update(id, patch, precondition));
        }

        @Override
        public ChangeOutcome delete(long id, Precondition precondition) {
            return write(() -> store.delete(id, precondition));
        }
    }
}
