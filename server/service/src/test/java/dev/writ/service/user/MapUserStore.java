package dev.writ.service.user;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/** Users in memory. */
final class MapUserStore implements UserStore {

    private final ConcurrentMap<String, UserEntry> users = new ConcurrentHashMap<>();

    @Override
    public Optional<UserEntry> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public List<UserEntry> list() {
        return users.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(MapUserStore::compareCodePoints))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public boolean add(UserEntry user) {
        return users.putIfAbsent(user.name(), user) == null;
    }

    @Override
    public boolean changePassword(String name, String passwordHash) {
        return change(name, user -> new UserEntry(name, passwordHash, user.disabled(), false));
    }

    @Override
    public boolean replaceHash(String name, String expectedHash, String newHash) {
        UserEntry user = users.get(name);
        return user != null
                && user.passwordHash().equals(expectedHash)
                && users.replace(name, user, new UserEntry(name, newHash, user.disabled(), user.demo()));
    }

    @Override
    public boolean setDisabled(String name, boolean disabled) {
        return change(name, user -> new UserEntry(name, user.passwordHash(), disabled, user.demo()));
    }

    @Override
    public List<String> demoUsers() {
        return list().stream()
                .filter(user -> user.demo() && !user.disabled())
                .map(UserEntry::name)
                .toList();
    }

    private boolean change(String name, UnaryOperator<UserEntry> change) {
        return users.computeIfPresent(name, (key, user) -> change.apply(user)) != null;
    }

    /** Not as strings compare, whose unit is half of a surrogate pair. */
    private static int compareCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
}
