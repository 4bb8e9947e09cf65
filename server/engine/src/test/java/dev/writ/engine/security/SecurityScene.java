package dev.writ.engine.security;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityRequirement.Use;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.model.SourceLocation;
import dev.writ.engine.spi.Client;
import dev.writ.engine.spi.Principal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations, requests and decisions for the tests of this package. */
final class SecurityScene {
    static final Client CLIENT = new Client("192.0.2.1");
    private static final Place HERE = new Place(
            new Document(
                    URI.create("test:/"),
                    "test",
                    "",
                    MissingNode.getInstance(),
                    pointer -> new SourceLocation("test", 1, 1, pointer)),
            "");

    private SecurityScene() {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Operation operation(List<Use>... requirements) {
        return new Operation(
                "op",
                "GET",
                List.of(""),
                PathTemplate.parse("/"),
                List.of(),
                Optional.empty(),
                List.of(),
                Arrays.stream(requirements).map(SecurityRequirement::new).toList(),
                HERE);
    }

    /** Of a Basic scheme. */
    static Use use(String scheme, String... scopes) {
        return use(http(scheme, "basic"), scopes);
    }

    static Use use(SecurityScheme scheme, String... scopes) {
        return new Use(scheme, List.of(scopes));
    }

    static SecurityScheme http(String name, String scheme) {
        return new SecurityScheme.Http(name, scheme, HERE);
    }

    static SecurityScheme bearer(String name) {
        return new SecurityScheme.Bearer(name, "http", HERE);
    }

    static SecurityScheme apiKey(String name, In in, String key) {
        return new SecurityScheme.ApiKey(name, in, key, HERE);
    }

    static Request request(Headers headers) {
        return request(headers, null);
    }

    static Request request(Headers headers, @Nullable String query) {
        return new Request(
                "id",
                CLIENT.address(),
                "GET",
                URI.create("http://localhost/"),
                "/",
                Optional.ofNullable(query),
                headers,
                BodySource.of(new byte[0]));
    }

    static Headers basic(String pair) {
        return Headers.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    static String describe(Decision decision) {
        return decision.fold(new Decision.Cases<String>() {
            @Override
            public String granted(Optional<Principal> principal) {
                return "granted " + principal.map(Principal::name).orElse("nobody");
            }

            @Override
            public String unauthenticated(List<String> challenges) {
                return "unauthenticated " + challenges;
            }

            @Override
            public String forbidden(List<String> challenges) {
                return "forbidden " + challenges;
            }

            @Override
            public String throttled(Duration retryAfter) {
                return "throttled " + retryAfter;
            }

            @Override
            public String unavailable(Duration retryAfter) {
                return "unavailable " + retryAfter;
            }
        });
    }
}
