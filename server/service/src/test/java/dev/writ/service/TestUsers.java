package dev.writ.service;

import dev.writ.service.database.Database;
import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.user.Argon2PasswordHashes;
import dev.writ.service.user.JdbcUserStore;
import dev.writ.service.user.UserAdministration;
import java.net.URI;

/** A user for databases that come without one. */
final class TestUsers {
    private static final String NAME = "rose";
    private static final String PASSWORD = "a rose is a rose";

    private TestUsers() {}

    static DatabaseSettings addTo(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            new UserAdministration(new JdbcUserStore(database), new Argon2PasswordHashes()).add(NAME, PASSWORD);
        }
        return settings;
    }

    static Client login(URI uri) {
        return Client.of(uri, NAME, PASSWORD);
    }
}
