package dev.writ.service.user;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The store on a database. A subclass brings the database. */
abstract class JdbcUserStoreContract extends UserStoreContract {

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
    UserStore store() {
        return new JdbcUserStore(open.get(0));
    }

    @Override
    UserStore reopened() {
        close();
        open.add(Database.open(settings));
        return store();
    }
}
