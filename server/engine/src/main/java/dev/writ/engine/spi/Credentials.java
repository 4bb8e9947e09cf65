package dev.writ.engine.spi;

import java.util.function.Function;

/** What a request shows for a security scheme; the kind follows from the scheme's type. */
public sealed interface Credentials {

    <R> R fold(Function<UsernamePassword, ? extends R> usernamePassword, Function<Token, ? extends R> token);

    /** Of an {@code http} scheme {@code basic} (RFC 7617). */
    record UsernamePassword(String username, String password) implements Credentials {
        @Override
        public <R> R fold(
                Function<UsernamePassword, ? extends R> usernamePassword, Function<Token, ? extends R> token) {
            return usernamePassword.apply(this);
        }

        @Override
        public String toString() {
            return "UsernamePassword[username=" + username + ", password=***]";
        }
    }

    /**
     * Of every other scheme: a bearer token, an API key, or what follows the scheme's name in {@code Authorization}.
     *
     * @param text never empty
     */
    record Token(String text) implements Credentials {
        @Override
        public <R> R fold(
                Function<UsernamePassword, ? extends R> usernamePassword, Function<Token, ? extends R> token) {
            return token.apply(this);
        }

        @Override
        public String toString() {
            return "Token[***]";
        }
    }
}
