package dev.writ.service.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users in memory, some of whom can be declared demo users. */
final class MapUserStore implements UserStore {

    private final Map<String, UserEntry> users = new ConcurrentHashMap<>();
    private final List<String> demoUsers = new ArrayList<>();

    MapUserStore withDemoUser(String name) {
        demoUsers.add(name);
        return this;
    }

    @Override
    public Optional<UserEntry> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public boolean add(UserEntry user) {
        return users.putIfAbsent(user.name(), user) == null;
    }

    @Override
    public List<String> demoUsers() {
        return demoUsers;
    }
}
