package dev.writ.service.user;

import dev.writ.service.database.Database;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Users in a relational database. */
public final class JdbcUserStore implements UserStore {

    private final Database database;

    @Inject
    public JdbcUserStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UserEntry> find(String name) {
        return database.read(
                handle -> handle.createQuery("SELECT name, password_hash FROM user_account WHERE name = :name")
                        .bind("name", name)
                        .map((row, context) -> new UserEntry(row.getString("name"), row.getString("password_hash")))
                        .findOne());
    }

    @Override
    public boolean add(UserEntry user) {
        return database.write(handle -> handle.createUpdate("INSERT INTO user_account (name, password_hash)"
                                + " VALUES (:name, :hash) ON CONFLICT (name) DO NOTHING")
                        .bind("name", user.name())
                        .bind("hash", user.passwordHash())
                        .execute())
                == 1;
    }

    @Override
    public List<String> demoUsers() {
        return database.read(handle -> handle.createQuery("SELECT name FROM user_account WHERE demo ORDER BY name")
                .mapTo(String.class)
                .list());
    }
}
