package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHashesTest {

    /** Made by the reference implementation: argon2id, version 19, "password", salt "somesalt". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private static final String FORMAT = "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}";

    private final PasswordHashes hashes = new Argon2PasswordHashes();

    @Test
    void a_hash_says_how_it_was_made_and_matches_its_password_only() {
        String hash = hashes.hash("pässword𝄞");

        assertThat(hash).matches(FORMAT);
        assertThat(hashes.matches("pässword𝄞", hash)).isTrue();
        assertThat(hashes.matches("password𝄞", hash)).isFalse();
        assertThat(hashes.matches("", hash)).isFalse();
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertThat(hashes.hash("python")).isNotEqualTo(hashes.hash("python"));
    }

    @Test
    void a_hash_of_another_implementation_with_other_parameters_matches() {
        assertThat(hashes.matches("password", REFERENCE)).isTrue();
        assertThat(hashes.matches("Password", REFERENCE)).isFalse();
    }

    @Test
    void a_decoy_costs_what_a_hash_costs_and_is_another_each_time() {
        String decoy = hashes.decoy();

        assertThat(decoy).matches(FORMAT).isNotEqualTo(hashes.decoy());
        assertThat(hashes.matches("", decoy)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "python",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=99999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\n"
            })
    void what_is_no_hash_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> hashes.matches("password", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an Argon2id hash in PHC format");
    }
}
