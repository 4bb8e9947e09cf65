package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Verified;
import dev.writ.service.user.UserAdministration.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAdministrationTest {

    private static final String CLEF = "\uD834\uDD1E";

    private final CountingHashes hashes = new CountingHashes();
    private final UserStore users = new MapUserStore();
    private final UserAdministration administration = new UserAdministration(users, hashes);

    @Test
    void a_user_who_was_added_can_log_in() {
        assertThat(add("ada", "analytical")).isEqualTo("added");

        assertThat(login("ada", "analytical")).isEqualTo(new Verified("ada"));
        assertThat(administration.list()).containsExactly(new User("ada", false, false));
    }

    @Test
    void a_name_that_is_taken_keeps_its_password() {
        add("ada", "analytical");

        assertThat(add("ada", "difference")).isEqualTo("name taken");
        assertThat(login("ada", "analytical")).isEqualTo(new Verified("ada"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', must not be empty",
        "a:b, 'must not contain a colon, which ends the name in HTTP (RFC 7617)'",
        "'a\0', must not contain control characters",
        "'a\u0085', must not contain control characters",
        "'\uD834', must not contain half of a surrogate pair",
    })
    void a_name_that_nobody_can_have_is_not_allowed(String name, String reason) {
        assertThat(add(name, "analytical")).isEqualTo("name: " + reason);
        assertThat(users.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', must not be empty",
        "1234567, must have at least 8 characters",
        "'12345678\n', must not contain control characters",
        "'1234567\uDD1E', must not contain half of a surrogate pair",
    })
    void a_password_that_nobody_should_have_is_not_allowed(String password, String reason) {
        add("ada", "analytical");

        assertThat(add("bob", password)).isEqualTo("password: " + reason);
        assertThat(change("ada", password)).isEqualTo("password: " + reason);
        assertThat(users.find("bob")).isEmpty();
        assertThat(login("ada", "analytical")).isEqualTo(new Verified("ada"));
    }

    @Test
    void lengths_are_counted_in_code_points() {
        assertThat(add(CLEF.repeat(101), "analytical")).isEqualTo("name: must have at most 100 characters");
        assertThat(add("ada", CLEF.repeat(201))).isEqualTo("password: must have at most 200 characters");
        assertThat(add("ada", CLEF.repeat(7))).isEqualTo("password: must have at least 8 characters");

        assertThat(add(CLEF.repeat(100), CLEF.repeat(200))).isEqualTo("added");
        assertThat(login(CLEF.repeat(100), CLEF.repeat(200))).isEqualTo(new Verified(CLEF.repeat(100)));
        assertThat(add("ada", CLEF.repeat(8))).isEqualTo("added");
    }

    @Test
    void a_changed_password_is_the_only_one() {
        add("ada", "analytical");

        assertThat(change("ada", "difference")).isEqualTo("changed");
        assertThat(login("ada", "difference")).isEqualTo(new Verified("ada"));
        assertThat(login("ada", "analytical")).isEqualTo(new Refused());
    }

    @Test
    void a_demo_user_with_another_password_is_one_no_more() {
        users.add(new UserEntry("miguel", hashes.hash("python"), false, true));
        assertThat(administration.list()).containsExactly(new User("miguel", false, true));

        assertThat(change("miguel", "anaconda")).isEqualTo("changed");
        assertThat(administration.list()).containsExactly(new User("miguel", false, false));
    }

    @Test
    void a_disabled_user_is_treated_like_an_unknown_one_until_enabled() {
        add("ada", "analytical");

        assertThat(administration.disable("ada")).isEqualTo(AccessChange.DONE);
        assertThat(administration.disable("ada")).isEqualTo(AccessChange.DONE);
        assertThat(login("ada", "analytical")).isEqualTo(new Refused());
        assertThat(hashes.matched()).containsExactly("decoy");
        assertThat(administration.list()).containsExactly(new User("ada", true, false));

        assertThat(administration.enable("ada")).isEqualTo(AccessChange.DONE);
        assertThat(login("ada", "analytical")).isEqualTo(new Verified("ada"));
    }

    @Test
    void a_password_can_be_changed_without_letting_its_user_in() {
        add("ada", "analytical");
        administration.disable("ada");

        assertThat(change("ada", "difference")).isEqualTo("changed");
        assertThat(login("ada", "difference")).isEqualTo(new Refused());
        administration.enable("ada");
        assertThat(login("ada", "difference")).isEqualTo(new Verified("ada"));
    }

    @Test
    void who_does_not_exist_cannot_be_changed() {
        assertThat(change("eve", "analytical")).isEqualTo("no such user");
        assertThat(administration.disable("eve")).isEqualTo(AccessChange.NO_SUCH_USER);
        assertThat(administration.enable("eve").<String>fold(() -> "done", () -> "no such user"))
                .isEqualTo("no such user");
        assertThat(administration.list()).isEmpty();
    }

    private String add(String name, String password) {
        return administration
                .add(name, password)
                .fold(() -> "added", () -> "name taken", reason -> "name: " + reason, reason -> "password: " + reason);
    }

    private String change(String name, String password) {
        return administration
                .changePassword(name, password)
                .fold(() -> "changed", () -> "no such user", reason -> "password: " + reason);
    }

    /** At a service that remembers nothing. */
    private PasswordOutcome login(String name, String password) {
        PasswordComparer comparer = new PasswordComparer(hashes, new HashGate(1, 1, Duration.ofSeconds(1)));
        return new PasswordVerifier(users, comparer, () -> 0).verify(name, password, "192.0.2.1");
    }
}
