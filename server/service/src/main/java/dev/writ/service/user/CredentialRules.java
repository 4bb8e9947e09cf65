package dev.writ.service.user;

import java.util.Optional;

/** What names and passwords can be, counted in code points. */
final class CredentialRules {

    private static final int MAX_NAME = 100;
    private static final int MAX_PASSWORD = 200;
    /** NIST SP 800-63B, for passwords that people choose. */
    private static final int MIN_NEW_PASSWORD = 8;

    private CredentialRules() {}

    /** Why nobody can be called this; empty if somebody can. */
    static Optional<String> nameFault(String name) {
        return name.contains(":")
                ? Optional.of("must not contain a colon, which ends the name in HTTP (RFC 7617)")
                : fault(name, MAX_NAME);
    }

    /** Why this cannot become a password; empty if it can. */
    static Optional<String> newPasswordFault(String password) {
        return fault(password, MAX_PASSWORD)
                .or(() -> password.codePointCount(0, password.length()) < MIN_NEW_PASSWORD
                        ? Optional.of("must have at least " + MIN_NEW_PASSWORD + " characters")
                        : Optional.empty());
    }

    static boolean isPlausibleName(String name) {
        return nameFault(name).isEmpty();
    }

    /** Whether it could be somebody's, who may have it since a time of other rules. */
    static boolean isPlausiblePassword(String password) {
        return fault(password, MAX_PASSWORD).isEmpty();
    }

    private static Optional<String> fault(String text, int longest) {
        if (text.isEmpty()) {
            return Optional.of("must not be empty");
        }
        if (text.length() > 2 * longest || text.codePointCount(0, text.length()) > longest) {
            return Optional.of("must have at most " + longest + " characters");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("must not contain control characters");
        }
        if (text.codePoints().anyMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE)) {
            return Optional.of("must not contain half of a surrogate pair");
        }
        return Optional.empty();
    }
}
