package dev.writ.engine.model;

import java.util.function.Function;

/** How a client shows who it is (OpenAPI 3.1, section 4.8.27). */
public sealed interface SecurityScheme {
    /** Under which the contract declares it. */
    String name();

    Place place();

    <R> R fold(
            Function<Http, ? extends R> http,
            Function<ApiKey, ? extends R> apiKey,
            Function<Bearer, ? extends R> bearer,
            Function<MutualTls, ? extends R> mutualTls);

    /** In {@code Authorization}, by a scheme of HTTP other than bearer; {@code scheme} is in lower case. */
    record Http(String name, String scheme, Place place) implements SecurityScheme {
        @Override
        public <R> R fold(
                Function<Http, ? extends R> http,
                Function<ApiKey, ? extends R> apiKey,
                Function<Bearer, ? extends R> bearer,
                Function<MutualTls, ? extends R> mutualTls) {
            return http.apply(this);
        }
    }

    /**
     * A text at a place of its own.
     *
     * @param in never {@link In#PATH}
     * @param key the name of the query parameter, header field or cookie
     */
    record ApiKey(String name, In in, String key, Place place) implements SecurityScheme {
        @Override
        public <R> R fold(
                Function<Http, ? extends R> http,
                Function<ApiKey, ? extends R> apiKey,
                Function<Bearer, ? extends R> bearer,
                Function<MutualTls, ? extends R> mutualTls) {
            return apiKey.apply(this);
        }
    }

    /** A bearer token (RFC 6750): {@code http} {@code bearer}, {@code oauth2} and {@code openIdConnect}. */
    record Bearer(String name, String type, Place place) implements SecurityScheme {
        @Override
        public <R> R fold(
                Function<Http, ? extends R> http,
                Function<ApiKey, ? extends R> apiKey,
                Function<Bearer, ? extends R> bearer,
                Function<MutualTls, ? extends R> mutualTls) {
            return bearer.apply(this);
        }
    }

    /** The certificate of the connection. */
    record MutualTls(String name, Place place) implements SecurityScheme {
        @Override
        public <R> R fold(
                Function<Http, ? extends R> http,
                Function<ApiKey, ? extends R> apiKey,
                Function<Bearer, ? extends R> bearer,
                Function<MutualTls, ? extends R> mutualTls) {
            return mutualTls.apply(this);
        }
    }
}
