package dev.writ.service.user;

import java.util.List;
import java.util.Optional;

/**
 * Where users are kept. Safe for use by many threads. Every method throws
 * {@link dev.writ.service.database.DatabaseUnavailableException} if the users cannot be reached now.
 */
public interface UserStore {

    Optional<UserEntry> find(String name);

    /** False, and nothing is changed, if there is a user of that name. */
    boolean add(UserEntry user);

    /** Names of the users whose password is the one in the documentation, in order; on most databases none. */
    List<String> demoUsers();
}
