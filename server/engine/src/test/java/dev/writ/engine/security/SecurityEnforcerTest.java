package dev.writ.engine.security;

import static dev.writ.engine.security.SecurityScene.CLIENT;
import static dev.writ.engine.security.SecurityScene.basic;
import static dev.writ.engine.security.SecurityScene.describe;
import static dev.writ.engine.security.SecurityScene.operation;
import static dev.writ.engine.security.SecurityScene.request;
import static dev.writ.engine.security.SecurityScene.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Operation;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which requirement holds, and which refusal is told. */
class SecurityEnforcerTest {
    private final List<String> asked = new ArrayList<>();

    /** Scheme A takes password a, B takes b and gives scopes; whoever is called down is not to be had. */
    private SecurityEnforcer enforcer() {
        return new SecurityEnforcer(
                "a \"realm\"",
                Map.of("A", accepting("A", "a", Set.of()), "B", accepting("B", "b", Set.of("read", "sing"))));
    }

    private Authenticator accepting(String scheme, String password, Set<String> scopes) {
        return (credentials, client) -> {
            asked.add(scheme);
            assertThat(client).isEqualTo(CLIENT);
            return credentials.fold(
                    shown -> {
                        if (shown.username().equals("down")) {
                            return new Authentication.Unavailable(Duration.ofSeconds(3));
                        }
                        if (shown.username().equals("hasty")) {
                            return new Authentication.Throttled(Duration.ofSeconds(4));
                        }
                        return shown.password().equals(password)
                                ? new Authentication.Accepted(new Principal(shown.username(), scopes))
                                : new Authentication.Refused();
                    },
                    token -> new Authentication.Refused());
        };
    }

    @Test
    void one_requirement_is_enough() {
        Operation either = operation(List.of(use("A")), List.of(use("B")));
        assertThat(decide(either, basic("rose:b"))).isEqualTo("granted rose");
        assertThat(decide(either, basic("rose:c"))).startsWith("unauthenticated");
    }

    @Test
    void all_schemes_of_a_requirement_are_needed() {
        assertThat(decide(operation(List.of(use("A"), use("B"))), basic("rose:a")))
                .startsWith("unauthenticated");
    }

    @Test
    void a_scheme_is_asked_once_and_none_after_a_requirement_holds() {
        Operation operation = operation(List.of(use("A"), use("B")), List.of(use("A")), List.of(use("B")));
        decide(operation, basic("rose:c"));
        assertThat(asked).containsExactly("A", "B");
        asked.clear();
        assertThat(decide(operation, basic("rose:a"))).isEqualTo("granted rose");
        assertThat(asked).containsExactly("A", "B");
        asked.clear();
        assertThat(decide(operation(List.of(use("A")), List.of(use("B"))), basic("rose:a")))
                .isEqualTo("granted rose");
        assertThat(asked).containsExactly("A");
    }

    @Test
    void where_none_are_needed_wrong_credentials_are_still_refused() {
        for (Operation optional :
                List.of(operation(List.of(use("A")), List.of()), operation(List.of(), List.of(use("A"))))) {
            assertThat(decide(optional, Headers.none())).isEqualTo("granted nobody");
            assertThat(decide(optional, basic("rose:a"))).isEqualTo("granted rose");
            assertThat(decide(optional, basic("rose:x"))).startsWith("unauthenticated");
            assertThat(decide(optional, Headers.of("Authorization", "Unheard of")))
                    .startsWith("unauthenticated");
        }
    }

    @Test
    void an_open_operation_asks_nobody() {
        assertThat(decide(operation(List.of()), basic("rose:x"))).isEqualTo("granted nobody");
        assertThat(asked).isEmpty();
    }

    @Test
    void an_authenticator_that_is_down_is_no_refusal() {
        assertThat(decide(operation(List.of(use("A"))), basic("down:a"))).isEqualTo("unavailable PT3S");
    }

    @Test
    void too_many_attempts_are_no_refusal() {
        assertThat(decide(operation(List.of(use("A"))), basic("hasty:a"))).isEqualTo("throttled PT4S");
        assertThat(decide(operation(List.of(use("A")), List.of()), basic("hasty:a")))
                .isEqualTo("throttled PT4S");
    }

    @Test
    void all_scopes_that_a_requirement_names_are_needed() {
        assertThat(decide(operation(List.of(use("B", "read", "sing"))), basic("rose:b")))
                .isEqualTo("granted rose");
        assertThat(decide(operation(List.of(use("B", "read", "dance"))), basic("rose:b")))
                .isEqualTo("forbidden []");
        assertThat(decide(operation(List.of(use("B", "dance")), List.of(use("B", "sing"))), basic("rose:b")))
                .isEqualTo("granted rose");
    }

    @Test
    void forbidden_outranks_unauthenticated_whatever_their_order() {
        assertThat(decide(operation(List.of(use("B", "dance")), List.of(use("A"))), basic("rose:b")))
                .isEqualTo("forbidden []");
        assertThat(decide(operation(List.of(use("A")), List.of(use("B", "dance"))), basic("rose:b")))
                .isEqualTo("forbidden []");
        assertThat(decide(operation(List.of(use("B", "dance"), use("A"))), basic("rose:b")))
                .startsWith("unauthenticated");
    }

    @Test
    void a_refusal_tells_every_way_to_authenticate_once() {
        Operation operation =
                operation(List.of(use("A"), use("A", "x")), List.of(use(SecurityScene.bearer("C"))), List.of(use("A")));
        SecurityEnforcer enforcer = new SecurityEnforcer(
                "a \"realm\"",
                Map.of(
                        "A",
                        (credentials, client) -> new Authentication.Refused(),
                        "C",
                        (credentials, client) -> new Authentication.Refused()));
        assertThat(describe(enforcer.decide(operation, request(Headers.none()))))
                .isEqualTo("unauthenticated [Basic realm=\"a \\\"realm\\\"\", charset=\"UTF-8\","
                        + " Bearer realm=\"a \\\"realm\\\"\"]");
    }

    private String decide(Operation operation, Headers headers) {
        return describe(enforcer().decide(operation, request(headers)));
    }
}
