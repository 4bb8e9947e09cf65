package dev.writ.service.task;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The store on a database. A subclass brings the database. */
abstract class JdbcTaskStoreContract extends TaskStoreContract {

    private final List<Database> open = new ArrayList<>();
    private DatabaseSettings settings = DatabaseSettings.of("");

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        settings = freshDatabase();
        open.add(TestDatabases.openEmpty(settings));
    }

    @AfterEach
    void close() {
        open.forEach(Database::close);
        open.clear();
    }

    @Override
    TaskStore store() {
        return new JdbcTaskStore(open.get(0));
    }

    @Override
    TaskStore replica() {
        Database another = Database.open(settings);
        open.add(another);
        return new JdbcTaskStore(another);
    }

    @Override
    TaskStore reopened() {
        close();
        return replica();
    }
}
