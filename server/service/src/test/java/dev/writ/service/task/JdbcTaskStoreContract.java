package dev.writ.service.task;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The store on a database. A subclass brings the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcTaskStoreContract extends TaskStoreContract {

    private final List<Database> replicas = new ArrayList<>();
    private final DatabaseSettings settings;
    private Database database;

    JdbcTaskStoreContract(DatabaseSettings freshDatabase) {
        settings = freshDatabase;
        database = Database.open(settings);
    }

    @BeforeEach
    void empty() {
        TestDatabases.empty(database);
    }

    @AfterEach
    void close_replicas() {
        replicas.forEach(Database::close);
        replicas.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    TaskStore store() {
        return new JdbcTaskStore(database);
    }

    @Override
    TaskStore replica() {
        Database another = Database.open(settings);
        replicas.add(another);
        return new JdbcTaskStore(another);
    }

    @Override
    TaskStore reopened() {
        database.close();
        database = Database.open(settings);
        return store();
    }
}
