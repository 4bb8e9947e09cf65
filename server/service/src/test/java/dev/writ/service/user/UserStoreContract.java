package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void a_user_is_kept_whole() {
        for (UserEntry user : new UserEntry[] {
            new UserEntry("a", "h", false, false),
            new UserEntry("b", "h", false, true),
            new UserEntry("c", "h", true, false),
            new UserEntry("d", "h", true, true)
        }) {
            assertThat(store().add(user)).isTrue();
            assertThat(store().find(user.name())).contains(user);
        }
    }

    @Test
    void all_users_are_listed_in_the_order_of_the_code_points_of_their_names() {
        List<UserEntry> users = Stream.of(
                        "", " ", "B", "Zoe", "a", "a b", "ab", "zoe\u0308", "zo\u00eb", "\uff21", "𝓏")
                .map(name -> new UserEntry(name, "hash of " + name))
                .toList();
        for (int i = users.size() - 1; i >= 0; i--) {
            store().add(users.get(i));
        }

        assertThat(store().list()).containsExactlyElementsOf(users);
    }

    @Test
    void an_empty_store_lists_nobody() {
        assertThat(store().list()).isEmpty();
        assertThat(store().demoUsers()).isEmpty();
    }

    @Test
    void demo_users_are_those_who_can_log_in() {
        store().add(new UserEntry("miguel", "h", false, true));
        store().add(new UserEntry("grinberg", "h", false, true));
        store().add(new UserEntry("disabled", "h", true, true));
        store().add(ADA);

        assertThat(store().demoUsers()).containsExactly("grinberg", "miguel");
    }

    @Test
    void a_changed_password_replaces_the_hash_and_ends_the_demo_only() {
        store().add(new UserEntry("miguel", "h", true, true));
        store().add(ADA);

        assertThat(store().changePassword("miguel", "h2")).isTrue();
        assertThat(store().find("miguel")).contains(new UserEntry("miguel", "h2", true, false));
        assertThat(store().find("ada")).contains(ADA);
    }

    @Test
    void a_hash_is_replaced_only_where_it_is_the_expected_one() {
        store().add(new UserEntry("miguel", "h", true, true));
        store().add(new UserEntry("ada", "h"));

        assertThat(store().replaceHash("miguel", "H", "h2")).isFalse();
        assertThat(store().find("miguel")).contains(new UserEntry("miguel", "h", true, true));
        assertThat(store().replaceHash("miguel", "h", "h2")).isTrue();
        assertThat(store().replaceHash("miguel", "h", "h3")).isFalse();
        assertThat(store().find("miguel")).contains(new UserEntry("miguel", "h2", true, true));
        assertThat(store().find("ada")).contains(new UserEntry("ada", "h"));
    }

    @Test
    void of_many_who_replace_the_same_hash_one_succeeds() throws Exception {
        store().add(ADA);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> replacements = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> store().replaceHash("ada", ADA.passwordHash(), "h" + i))
                    .toList();
            List<String> stored = new ArrayList<>();
            List<Future<Boolean>> results = threads.invokeAll(replacements);
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).get()) {
                    stored.add("h" + i);
                }
            }
            assertThat(stored).hasSize(1);
            assertThat(store().find("ada")).contains(new UserEntry("ada", stored.get(0)));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_user_is_disabled_and_enabled_and_otherwise_the_same() {
        store().add(new UserEntry("miguel", "h", false, true));
        store().add(ADA);

        for (boolean disabled : new boolean[] {true, true, false, false}) {
            assertThat(store().setDisabled("miguel", disabled)).isTrue();
            assertThat(store().find("miguel")).contains(new UserEntry("miguel", "h", disabled, true));
        }
        assertThat(store().find("ada")).contains(ADA);
    }

    @Test
    void who_does_not_exist_is_not_changed_and_does_not_come_to_be() {
        store().add(ADA);

        assertThat(store().changePassword("Ada", "h")).isFalse();
        assertThat(store().replaceHash("Ada", ADA.passwordHash(), "h")).isFalse();
        assertThat(store().setDisabled("Ada", true)).isFalse();
        assertThat(store().list()).containsExactly(ADA);
    }

    @Test
    void users_and_their_changes_are_there_after_a_restart() {
        store().add(ADA);
        store().add(new UserEntry("bob", "h"));
        store().changePassword("bob", "h2");
        store().setDisabled("bob", true);

        assertThat(reopened().list()).containsExactly(ADA, new UserEntry("bob", "h2", true, false));
    }

    @Test
    void a_hash_does_not_show_in_the_text_of_its_user() {
        assertThat(ADA.toString()).contains("ada").doesNotContain("$hash$1");
    }
}
