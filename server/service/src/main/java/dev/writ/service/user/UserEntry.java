package dev.writ.service.user;

/**
 * A user as kept.
 *
 * @param name compared code point by code point: no case folding and no Unicode normalisation, so that every database
 *     and every client agree on who is who
 * @param passwordHash as {@link PasswordHashes#hash} made it
 */
public record UserEntry(String name, String passwordHash) {

    /** Without the hash, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "UserEntry[name=" + name + "]";
    }
}
