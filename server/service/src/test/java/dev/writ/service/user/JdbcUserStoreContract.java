package dev.writ.service.user;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The store on a database. A subclass brings the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcUserStoreContract extends UserStoreContract {

    private final DatabaseSettings settings;
    private Database database;

    JdbcUserStoreContract(DatabaseSettings freshDatabase) {
        settings = freshDatabase;
        database = Database.open(settings);
    }

    @BeforeEach
    void empty() {
        TestDatabases.empty(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    UserStore store() {
        return new JdbcUserStore(database);
    }

    @Override
    UserStore reopened() {
        database.close();
        database = Database.open(settings);
        return store();
    }
}
