package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every user store does. A subclass brings a store that is empty at the beginning of each test. */
abstract class UserStoreContract {

    private static final UserEntry ADA = new UserEntry("ada", "$hash$1");

    abstract UserStore store();

    /** A store as a restarted service would see it: nothing of it but what was kept. */
    abstract UserStore reopened();

    @Test
    void a_user_who_was_added_is_found_with_the_hash() {
        assertThat(store().add(ADA)).isTrue();

        assertThat(store().find("ada")).contains(ADA);
    }

    @Test
    void nobody_else_is_found() {
        store().add(ADA);

        assertThat(store().find("bob")).isEmpty();
        assertThat(store().find("")).isEmpty();
        assertThat(store().find("' OR '1'='1")).isEmpty();
    }

    @Test
    void a_name_that_is_taken_keeps_its_hash() {
        store().add(ADA);

        assertThat(store().add(new UserEntry("ada", "$hash$2"))).isFalse();
        assertThat(store().find("ada")).contains(ADA);
    }

    @Test
    void names_are_told_apart_by_case_space_and_composition() {
        for (String name : new String[] {"zoe\u0308", "zo\u00eb", "Zo\u00eb", "zo\u00eb ", "𝓏"}) {
            assertThat(store().find(name)).isEmpty();
            assertThat(store().add(new UserEntry(name, "hash of " + name))).isTrue();
            assertThat(store().find(name)).contains(new UserEntry(name, "hash of " + name));
        }
    }

    @Test
    void a_user_who_was_added_is_no_demo_user() {
        store().add(ADA);

        assertThat(store().demoUsers()).isEmpty();
    }

    @Test
    void users_are_there_after_a_restart() {
        store().add(ADA);

        assertThat(reopened().find("ada")).contains(ADA);
    }

    @Test
    void a_hash_does_not_show_in_the_text_of_its_user() {
        assertThat(ADA.toString()).contains("ada").doesNotContain("$hash$1");
    }
}
