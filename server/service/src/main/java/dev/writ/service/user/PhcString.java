package dev.writ.service.user;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash as the text that every implementation of Argon2 writes and reads:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$OUTPUT}. Holds its arrays, so it stays within this package.
 */
final class PhcString {

    private static final Pattern FORMAT = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] output;

    PhcString(Argon2Cost cost, byte[] salt, byte[] output) {
        this.cost = cost;
        this.salt = salt;
        this.output = output;
    }

    /** @throws IllegalArgumentException without the text in its message: it is a secret */
    static PhcString parse(String text) {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an Argon2id hash in PHC format");
        }
        Argon2Cost cost = new Argon2Cost(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        if (!cost.isAffordable()) {
            throw new IllegalArgumentException("An Argon2id hash must not cost this: " + cost);
        }
        return new PhcString(
                cost,
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    String encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(output));
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    byte[] output() {
        return output;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
