package dev.writ.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.model.SourceLocation;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Client;
import dev.writ.engine.spi.Principal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityEnforcerTest {
    private static final Place HERE = new Place(
            new Document(
                    URI.create("test:/"),
                    "test",
                    "",
                    MissingNode.getInstance(),
                    pointer -> new SourceLocation("test", 1, 1, pointer)),
            "");
    private static final Client CLIENT = new Client("192.0.2.1");
    private final AtomicInteger asked = new AtomicInteger();

    /** Scheme A takes password a, B takes b; whoever is called down is not to be had. */
    private SecurityEnforcer enforcer() {
        return new SecurityEnforcer("a \"realm\"", Map.of("A", accepting("a"), "B", accepting("b")));
    }

    private Authenticator accepting(String password) {
        return (credentials, client) -> {
            asked.incrementAndGet();
            return credentials.fold(shown -> {
                if (shown.username().equals("down")) {
                    return new Authentication.Unavailable(Duration.ofSeconds(3));
                }
                if (shown.username().equals("hasty")) {
                    return new Authentication.Throttled(Duration.ofSeconds(4));
                }
                return shown.password().equals(password)
                        ? new Authentication.Accepted(new Principal(shown.username()))
                        : new Authentication.Refused();
            });
        };
    }

    @Test
    void one_requirement_is_enough() {
        Operation either = operation(List.of("A"), List.of("B"));
        assertThat(decide(either, basic("rose:b"))).isEqualTo("granted rose");
        assertThat(decide(either, basic("rose:c"))).startsWith("unauthenticated");
    }

    @Test
    void all_schemes_of_a_requirement_are_needed() {
        assertThat(decide(operation(List.of("A", "B")), basic("rose:a"))).startsWith("unauthenticated");
    }

    @Test
    void a_scheme_is_asked_once() {
        decide(operation(List.of("A", "B"), List.of("A"), List.of("B")), basic("rose:c"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void where_none_are_needed_wrong_credentials_are_still_refused() {
        Operation optional = operation(List.of("A"), List.of());
        assertThat(decide(optional, Headers.none())).isEqualTo("granted nobody");
        assertThat(decide(optional, basic("rose:a"))).isEqualTo("granted rose");
        assertThat(decide(optional, basic("rose:x"))).startsWith("unauthenticated");
    }

    @Test
    void an_open_operation_asks_nobody() {
        assertThat(decide(operation(List.of()), basic("rose:x"))).isEqualTo("granted nobody");
        assertThat(asked).hasValue(0);
    }

    @Test
    void an_authenticator_that_is_down_is_no_refusal() {
        assertThat(decide(operation(List.of("A")), basic("down:a"))).isEqualTo("unavailable PT3S");
    }

    @Test
    void too_many_attempts_are_no_refusal() {
        assertThat(decide(operation(List.of("A")), basic("hasty:a"))).isEqualTo("throttled PT4S");
        assertThat(decide(operation(List.of("A"), List.of()), basic("hasty:a"))).isEqualTo("throttled PT4S");
    }

    @Test
    void a_refusal_tells_how_to_authenticate() {
        assertThat(decide(operation(List.of("A")), Headers.none()))
                .isEqualTo("unauthenticated [Basic realm=\"a \\\"realm\\\"\", charset=\"UTF-8\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!!", "Basic cm9zZQ==", "Bearer cm9zZTph", "Basic /w==", ""})
    void what_is_not_basic_is_refused_unasked(String authorization) {
        assertThat(decide(operation(List.of("A")), Headers.of("Authorization", authorization)))
                .startsWith("unauthenticated");
        assertThat(asked).hasValue(0);
    }

    @Test
    void the_scheme_has_no_case_and_the_password_may_have_colons() {
        SecurityEnforcer enforcer = new SecurityEnforcer("r", Map.of("A", accepting("a:é")));
        Headers headers = Headers.of("Authorization", "bASIC " + encode("rose:a:é"));
        assertThat(describe(enforcer.decide(operation(List.of("A")), headers, CLIENT)))
                .isEqualTo("granted rose");
    }

    private String decide(Operation operation, Headers headers) {
        return describe(enforcer().decide(operation, headers, CLIENT));
    }

    private static String describe(Decision decision) {
        return decision.fold(
                principal -> "granted " + principal.map(Principal::name).orElse("nobody"),
                challenges -> "unauthenticated " + challenges,
                retryAfter -> "throttled " + retryAfter,
                retryAfter -> "unavailable " + retryAfter);
    }

    private static Headers basic(String pair) {
        return Headers.of("Authorization", "Basic " + encode(pair));
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @SafeVarargs
    private static Operation operation(List<String>... requirements) {
        List<SecurityRequirement> all = new ArrayList<>();
        for (List<String> schemes : requirements) {
            all.add(new SecurityRequirement(schemes.stream()
                    .map(name -> new SecurityRequirement.Use(new SecurityScheme.Http(name, "basic", HERE), List.of()))
                    .toList()));
        }
        return new Operation(
                "op", "GET", List.of(""), PathTemplate.parse("/"), List.of(), Optional.empty(), List.of(), all, HERE);
    }
}
