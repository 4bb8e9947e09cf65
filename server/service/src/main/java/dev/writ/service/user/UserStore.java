package dev.writ.service.user;

import java.util.List;
import java.util.Optional;

/**
 * Where users are kept. Safe for use by many threads; each change is one step that is seen whole or not at all. Every
 * method throws {@link dev.writ.service.database.DatabaseUnavailableException} if the users cannot be reached now.
 */
public interface UserStore {

    Optional<UserEntry> find(String name);

    /** All of them, in the order of the code points of their names. */
    List<UserEntry> list();

    /** False, and nothing is changed, if there is a user of that name. */
    boolean add(UserEntry user);

    /** Gives the user another password, which makes no demo user of anybody. False if there is no such user. */
    boolean changePassword(String name, String passwordHash);

    /**
     * Replaces a hash by another one of the same password; nothing else changes.
     *
     * @return false, and nothing is changed, unless the user exists and {@code expectedHash} is what is kept
     */
    boolean replaceHash(String name, String expectedHash, String newHash);

    /** Keeps the user out, or lets the user in again. False if there is no such user. */
    boolean setDisabled(String name, boolean disabled);

    /** Names of the users who can log in with the password in the documentation, in order; on most databases none. */
    List<String> demoUsers();
}
