package dev.writ.service.user;

/**
 * A user as kept.
 *
 * @param name compared code point by code point: no case folding and no Unicode normalisation, so that every database
 *     and every client agree on who is who
 * @param passwordHash as {@link PasswordHashes#hash} made it
 * @param disabled whether the user is kept out for now
 * @param demo whether the password is the one that the documentation tells everybody
 */
public record UserEntry(String name, String passwordHash, boolean disabled, boolean demo) {

    /** A user who may log in, with a password that nobody else knows. */
    public UserEntry(String name, String passwordHash) {
        this(name, passwordHash, false, false);
    }

    boolean isEnabled() {
        return !disabled;
    }

    /** Without the hash, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "UserEntry[name=" + name + ", disabled=" + disabled + ", demo=" + demo + "]";
    }
}
