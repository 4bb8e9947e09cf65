package dev.writ.service.user;

import dev.writ.service.database.Database;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Users in a relational database. */
public final class JdbcUserStore implements UserStore {

    private static final String SELECT = "SELECT name, password_hash, disabled, demo FROM user_account";

    private final Database database;

    @Inject
    public JdbcUserStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UserEntry> find(String name) {
        return database.read(handle -> handle.createQuery(SELECT + " WHERE name = :name")
                .bind("name", name)
                .map(JdbcUserStore::entry)
                .findOne());
    }

    @Override
    public List<UserEntry> list() {
        return database.read(handle -> handle.createQuery(SELECT + " ORDER BY name")
                .map(JdbcUserStore::entry)
                .list());
    }

    @Override
    public boolean add(UserEntry user) {
        return changesOne(
                "INSERT INTO user_account (name, password_hash, disabled, demo)"
                        + " VALUES (:name, :hash, :disabled, :demo) ON CONFLICT (name) DO NOTHING",
                Map.of(
                        "name", user.name(),
                        "hash", user.passwordHash(),
                        "disabled", user.disabled(),
                        "demo", user.demo()));
    }

    @Override
    public boolean changePassword(String name, String passwordHash) {
        return changesOne(
                "UPDATE user_account SET password_hash = :hash, demo = FALSE WHERE name = :name",
                Map.of("name", name, "hash", passwordHash));
    }

    @Override
    public boolean replaceHash(String name, String expectedHash, String newHash) {
        return changesOne(
                "UPDATE user_account SET password_hash = :new WHERE name = :name AND password_hash = :expected",
                Map.of("name", name, "expected", expectedHash, "new", newHash));
    }

    @Override
    public boolean setDisabled(String name, boolean disabled) {
        return changesOne(
                "UPDATE user_account SET disabled = :disabled WHERE name = :name",
                Map.of("name", name, "disabled", disabled));
    }

    @Override
    public List<String> demoUsers() {
        return database.read(
                handle -> handle.createQuery("SELECT name FROM user_account WHERE demo AND NOT disabled ORDER BY name")
                        .mapTo(String.class)
                        .list());
    }

    private boolean changesOne(String sql, Map<String, ?> arguments) {
        return database.write(
                        handle -> handle.createUpdate(sql).bindMap(arguments).execute())
                == 1;
    }

    private static UserEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new UserEntry(
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("disabled"),
                row.getBoolean("demo"));
    }
}
