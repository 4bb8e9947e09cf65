package dev.writ.service.user;

import dev.writ.service.database.Database;
import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Users in memory that can be made unavailable, as if they were in a database. Counts how often one was looked for. */
final class WatchedUserStore implements UserStore {

    private final UserStore available = new MapUserStore();
    private final UserStore unavailable;
    private final AtomicInteger finds = new AtomicInteger();
    private volatile boolean readable = true;
    private volatile boolean writable = true;

    WatchedUserStore(Path folder) {
        Database database = Database.open(TestDatabases.sqlite(folder));
        database.close();
        this.unavailable = new JdbcUserStore(database);
    }

    void makeUnavailable() {
        readable = false;
        writable = false;
    }

    void makeReadOnly() {
        writable = false;
    }

    void makeAvailable() {
        readable = true;
        writable = true;
    }

    int finds() {
        return finds.get();
    }

    @Override
    public Optional<UserEntry> find(String name) {
        finds.incrementAndGet();
        return readable().find(name);
    }

    @Override
    public List<UserEntry> list() {
        return readable().list();
    }

    @Override
    public boolean add(UserEntry user) {
        return writable().add(user);
    }

    @Override
    public boolean changePassword(String name, String passwordHash) {
        return writable().changePassword(name, passwordHash);
    }

    @Override
    public boolean replaceHash(String name, String expectedHash, String newHash) {
        return writable().replaceHash(name, expectedHash, newHash);
    }

    @Override
    public boolean setDisabled(String name, boolean disabled) {
        return writable().setDisabled(name, disabled);
    }

    @Override
    public List<String> demoUsers() {
        return readable().demoUsers();
    }

    private UserStore readable() {
        return readable ? available : unavailable;
    }

    private UserStore writable() {
        return writable ? available : unavailable;
    }
}
