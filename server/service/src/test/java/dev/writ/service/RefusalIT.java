package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.service.Client.Answer;
import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.health.HealthResource;
import dev.writ.service.task.JdbcTaskStore;
import dev.writ.service.task.TaskResource;
import dev.writ.service.task.TaskStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service in this process, with its store watched: what is refused never gets that far. */
class RefusalIT {
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static Database database;
    private static WritServer server;
    private static Client miguel;

    @BeforeAll
    static void start() throws Exception {
        database = Database.open(DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("writ.db")));
        server = service(database);
        miguel = Client.miguel(server.uri());
    }

    private static WritServer service(Database opened) throws Exception {
        return Writ.contract("openapi.yaml")
                .resources(TaskResource.class, HealthResource.class)
                .bind(new ServiceBinder(opened, new StopNotice(Duration.ZERO)))
                .bind(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(watched(new JdbcTaskStore(opened)))
                                .to(TaskStore.class)
                                .ranked(1);
                    }
                })
                .unknownQueryParameters(UnknownQueryParameters.REFUSE)
                .responseChecks(ResponseChecks.ENFORCE)
                .listen("127.0.0.1", 0)
                .start();
    }

    private static TaskStore watched(TaskStore store) {
        return (TaskStore) Proxy.newProxyInstance(
                TaskStore.class.getClassLoader(), new Class<?>[] {TaskStore.class}, (proxy, method, arguments) -> {
                    CALLS.add(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @BeforeEach
    void watch() {
        CALLS.clear();
    }

    @Test
    void what_is_allowed_reaches_the_store() throws Exception {
        assertThat(miguel.get(Client.TASKS).status()).isEqualTo(200);
        assertThat(CALLS).containsExactly("page");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.writ.service.BadInputIT#bodies")
    void a_bad_body_does_not(String name, String body, List<String> violations) throws Exception {
        assertThat(miguel.sendJson("POST", Client.TASKS, body).status()).isEqualTo(400);
        assertThat(CALLS).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.writ.service.BadInputIT#targets")
    void a_bad_parameter_does_not(String name, String target, List<String> violations) throws Exception {
        assertThat(miguel.get(Client.TASKS + target).status()).isEqualTo(400);
        assertThat(CALLS).isEmpty();
    }

    @Test
    void nor_does_anything_else_that_is_refused() throws Exception {
        Optional<byte[]> body = Optional.of(new byte[] {'{', '}'});
        assertThat(miguel.send("POST", Client.TASKS, body, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(miguel.get(Client.TASKS, "Accept", "text/html").status()).isEqualTo(406);
        assertThat(Client.anonymous(server.uri()).get(Client.TASKS).status()).isEqualTo(401);
        assertThat(miguel.send("PATCH", Client.TASKS, Optional.empty()).status())
                .isEqualTo(405);
        assertThat(CALLS).isEmpty();
    }

    @Test
    void a_database_that_is_gone_is_503_and_readiness_says_so(@TempDir Path other) throws Exception {
        Database doomed = Database.open(DatabaseSettings.of("jdbc:sqlite:" + other.resolve("writ.db")));
        try (WritServer service = service(doomed)) {
            Client client = Client.miguel(service.uri());
            assertThat(client.get(Client.TASKS).status()).isEqualTo(200);
            assertThat(client.get("/health/ready").status()).isEqualTo(200);
            doomed.close();

            assertUnavailable(client.get(Client.TASKS));
            assertUnavailable(client.sendJson("POST", Client.TASKS, "{\"title\":\"a\"}"));
            assertUnavailable(Client.of(service.uri(), "somebody", "else").get(Client.TASKS));
            assertUnavailable(client.get("/health/ready"));
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
