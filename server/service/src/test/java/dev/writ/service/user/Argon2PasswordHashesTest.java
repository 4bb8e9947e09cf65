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
    void only_a_hash_with_all_the_parameters_of_today_is_current() {
        String hash = hashes.hash("python");

        assertThat(hashes.isCurrent(hash)).isTrue();
        assertThat(hashes.isCurrent(hashes.decoy())).isTrue();
        assertThat(hashes.isCurrent(REFERENCE)).isFalse();
        assertThat(hashes.isCurrent(hash.replace("m=19456", "m=19457"))).isFalse();
        assertThat(hashes.isCurrent(hash.replace("t=2", "t=1"))).isFalse();
        assertThat(hashes.isCurrent(hash.replace("p=1", "p=2"))).isFalse();
        assertThat(hashes.isCurrent(hash.replaceFirst("\\$[^$]{22}\\$", "\\$c29tZXNhbHQ\\$")))
                .isFalse();
        assertThat(hashes.isCurrent(hash.substring(0, hash.length() - 21))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=9999999,t=2,p=1",
                "m=65537,t=2,p=1",
                "m=7,t=2,p=1",
                "m=65536,t=0,p=1",
                "m=65536,t=11,p=1",
                "m=65536,t=2,p=0",
                "m=65536,t=2,p=17",
                "m=31,t=2,p=4",
            })
    void a_hash_that_asks_for_more_than_a_login_may_cost_is_refused(String cost) {
        String hash = REFERENCE.replace("m=256,t=2,p=1", cost);

        assertThatThrownBy(() -> hashes.matches("password", hash))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("An Argon2id hash must not cost this")
                .hasMessageNotContaining("c29tZXNhbHQ");
    }

    @Test
    void a_hash_that_costs_as_much_as_it_may_is_computed() {
        String hash = REFERENCE.replace("m=256,t=2,p=1", "m=65536,t=1,p=16");

        assertThat(hashes.matches("password", hash)).isFalse();
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
