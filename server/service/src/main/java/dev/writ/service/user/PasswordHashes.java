package dev.writ.service.user;

/** One-way, memory-hard hashes of passwords. Safe for use by many threads. {@link #hash} and {@link #matches} are slow. */
public interface PasswordHashes {

    /** A hash with a salt of its own, as text that also names the algorithm and its parameters. */
    String hash(String password);

    /**
     * Whether the hash was made from the password; computed with the parameters that the hash names, compared in
     * constant time.
     *
     * @throws IllegalArgumentException if {@code hash} is not the text of a hash, or of one that costs too much
     */
    boolean matches(String password, String hash);

    /**
     * Whether {@link #hash} would make one with the same parameters.
     *
     * @throws IllegalArgumentException as {@link #matches}
     */
    boolean isCurrent(String hash);

    /** A hash that no known password matches, with which matching takes as long as with that of a user. */
    String decoy();
}
