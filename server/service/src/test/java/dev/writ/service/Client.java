package dev.writ.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** A client of the service, with or without the demo user's credentials. */
final class Client {
    static final String TASKS = "/todo/api/v1.0/tasks";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final Optional<String> authorization;

    private Client(URI base, Optional<String> authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    static Client anonymous(URI base) {
        return new Client(base, Optional.empty());
    }

    static Client of(URI base, String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Client(base, Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    static Client miguel(URI base) {
        return of(base, "miguel", "python");
    }

    Answer get(String path, String... headers) throws Exception {
        return send("GET", path, Optional.empty(), headers);
    }

    Answer sendJson(String method, String path, String body, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, Optional.of(body.getBytes(StandardCharsets.UTF_8)), all);
    }

    Answer send(String method, String path, Optional<byte[]> body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofByteArray)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        if (headers.length > 0) {
            request.headers(headers);
        }
        authorization.ifPresent(value -> request.setHeader("Authorization", value));
        return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
