package dev.writ.service;

import dev.writ.engine.problem.Problem;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.ProblemMapping;
import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseUnavailableException;
import dev.writ.service.health.Readiness;
import dev.writ.service.task.JdbcTaskArchive;
import dev.writ.service.task.JdbcTaskStore;
import dev.writ.service.task.TaskArchive;
import dev.writ.service.task.TaskStore;
import dev.writ.service.task.Tasks;
import dev.writ.service.user.Argon2PasswordHashes;
import dev.writ.service.user.DemoUserWarning;
import dev.writ.service.user.JdbcUserStore;
import dev.writ.service.user.PasswordAuthenticator;
import dev.writ.service.user.PasswordHashes;
import dev.writ.service.user.PasswordVerifier;
import dev.writ.service.user.UserAdministration;
import dev.writ.service.user.UserStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.glassfish.hk2.utilities.binding.AbstractBinder;

/** What implements what: the one place where implementations are named. */
final class ServiceBinder extends AbstractBinder {
    private final Database database;
    private final StopNotice stopNotice;

    ServiceBinder(Database database, StopNotice stopNotice) {
        this.database = database;
        this.stopNotice = stopNotice;
    }

    @Override
    protected void configure() {
        bind(database).to(Database.class);
        bind((Readiness) this::obstacle).to(Readiness.class);
        bind(ProblemMapping.of(DatabaseUnavailableException.class, ServiceBinder::databaseUnavailable))
                .to(ProblemMapping.class);

        bindAsContract(Tasks.class).in(Singleton.class);
        bind(JdbcTaskStore.class).to(TaskStore.class).in(Singleton.class);

        bind(PasswordAuthenticator.class).to(Authenticator.class).named("Basic").in(Singleton.class);
        bindAsContract(PasswordVerifier.class).in(Singleton.class);
        bind(Argon2PasswordHashes.class).to(PasswordHashes.class).in(Singleton.class);
        bind(JdbcUserStore.class).to(UserStore.class).in(Singleton.class);
        bindAsContract(UserAdministration.class).in(Singleton.class);
        bindAsContract(DemoUserWarning.class).in(Singleton.class);
    }

    /** For commands, which need no more than this. */
    static UserAdministration userAdministration(Database database) {
        return new UserAdministration(new JdbcUserStore(database), new Argon2PasswordHashes());
    }

    /** For commands, which need no more than this. */
    static TaskArchive taskArchive(Database database) {
        return new JdbcTaskArchive(database);
    }

    /** A database that does not answer is no fault of the request. The database logs what is wrong with it. */
    private static Problem databaseUnavailable(DatabaseUnavailableException thrown) {
        return Problem.ofStatus(503).withHeader("Retry-After", "1");
    }

    private Optional<String> obstacle() {
        return database.isAvailable() ? stopNotice.obstacle() : Optional.of("The database does not answer.");
    }
}
