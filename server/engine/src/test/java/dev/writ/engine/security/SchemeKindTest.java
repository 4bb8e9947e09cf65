package dev.writ.engine.security;

import static dev.writ.engine.security.SecurityScene.basic;
import static dev.writ.engine.security.SecurityScene.describe;
import static dev.writ.engine.security.SecurityScene.operation;
import static dev.writ.engine.security.SecurityScene.request;
import static dev.writ.engine.security.SecurityScene.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.In;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Credentials;
import dev.writ.engine.spi.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of scheme takes from a request, and how it asks for it. */
class SchemeKindTest {
    private static final SecurityScheme BASIC = SecurityScene.http("S", "basic");
    private static final SecurityScheme BEARER = SecurityScene.bearer("S");
    private static final SecurityScheme DIGEST = SecurityScene.http("S", "digest");

    /** Tells what the authenticator was shown; a token that begins with "no" is refused. */
    private static String decide(SecurityScheme scheme, Headers headers, String query, String... scopes) {
        SecurityEnforcer enforcer = new SecurityEnforcer("R", Map.of("S", (credentials, client) -> {
            String shown = credentials.fold(pair -> pair.username() + "|" + pair.password(), token -> token.text());
            return shown.startsWith("no")
                    ? new Authentication.Refused()
                    : new Authentication.Accepted(new Principal(shown, Set.of("read")));
        }));
        return describe(enforcer.decide(operation(List.of(use(scheme, scopes))), request(headers, query)));
    }

    private static String decide(SecurityScheme scheme, String authorization) {
        return decide(scheme, Headers.of("Authorization", authorization), "");
    }

    @Test
    void basic_is_name_and_password_in_utf_8_and_the_password_may_have_colons() {
        assertThat(decide(BASIC, basic("rose:a:é"), "")).isEqualTo("granted rose|a:é");
        assertThat(decide(BASIC, "bASIC cm9zZTph")).isEqualTo("granted rose|a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!!", "Basic cm9zZQ==", "Bearer cm9zZTph", "Basic /w==", ""})
    void what_is_not_basic_is_refused_unasked(String authorization) {
        assertThat(decide(BASIC, authorization)).isEqualTo("unauthenticated [Basic realm=\"R\", charset=\"UTF-8\"]");
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc.d-e_f~+/==, granted abc.d-e_f~+/==", "bearer x, granted x", "BEARER  x, granted x"})
    void a_bearer_token_is_given_as_it_is(String authorization, String decision) {
        assertThat(decide(BEARER, authorization)).isEqualTo(decision);
    }

    @Test
    void a_bearer_challenge_says_what_was_wrong_with_the_token_if_there_was_one() {
        assertThat(decide(BEARER, Headers.none(), "")).isEqualTo("unauthenticated [Bearer realm=\"R\"]");
        assertThat(decide(BEARER, "Bearer a b")).isEqualTo("unauthenticated [Bearer realm=\"R\"]");
        assertThat(decide(BEARER, "Bearer nope"))
                .isEqualTo("unauthenticated [Bearer realm=\"R\", error=\"invalid_token\"]");
        assertThat(decide(BEARER, Headers.of("Authorization", "Bearer x"), "", "read", "write"))
                .isEqualTo("forbidden [Bearer realm=\"R\", error=\"insufficient_scope\", scope=\"read write\"]");
    }

    @Test
    void another_scheme_of_http_gives_what_follows_its_name() {
        assertThat(decide(DIGEST, "Digest username=\"u\", response=\"r\""))
                .isEqualTo("granted username=\"u\", response=\"r\"");
        assertThat(decide(DIGEST, "Digest")).isEqualTo("unauthenticated [Digest realm=\"R\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "k=abc, granted abc",
        "a=1&k=a%2Bb+c&b=2, granted a+b c",
        "%6B=abc, granted abc",
        "k=nope, refused",
        "k=, refused",
        "k, refused",
        "k=%zz, refused",
        "k=a&k=a, refused",
        "K=abc, refused",
        "'', refused",
    })
    void a_key_in_the_query_is_the_one_parameter_of_its_name(String query, String decision) {
        String decided = decide(SecurityScene.apiKey("S", In.QUERY, "k"), Headers.none(), query);
        assertThat(decided)
                .isEqualTo(
                        decision.replace("refused", "unauthenticated [ApiKey realm=\"R\", in=\"query\", name=\"k\"]"));
    }

    @Test
    void a_key_in_a_header_is_its_value() {
        SecurityScheme scheme = SecurityScene.apiKey("S", In.HEADER, "X-Key");
        assertThat(decide(scheme, Headers.of("x-key", " abc "), "")).isEqualTo("granted abc");
        assertThat(decide(scheme, Headers.of("Authorization", "abc"), ""))
                .isEqualTo("unauthenticated [ApiKey realm=\"R\", in=\"header\", name=\"X-Key\"]");
        assertThat(decide(scheme, Headers.of(Map.of("X-Key", List.of("a", "a"))), ""))
                .startsWith("unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"k=abc, granted abc", "a=b; k=abc; c=d, granted abc", "xk=abc, refused", "k=a; k=b, refused"})
    void a_key_in_a_cookie_is_the_one_of_its_name(String cookies, String decision) {
        String decided = decide(SecurityScene.apiKey("S", In.COOKIE, "k"), Headers.of("Cookie", cookies), "");
        assertThat(decided).startsWith(decision.replace("refused", "unauthenticated"));
    }

    @Test
    void a_realm_is_ascii_whatever_the_title() {
        assertThat(new Realm("Ünï\r\n\\\"").challenge("X")).isEqualTo("X realm=\"?n???\\\\\\\"\"");
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(new Credentials.Token("geheim").toString()).doesNotContain("geheim");
    }
}
