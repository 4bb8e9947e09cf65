package dev.writ.engine.core;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests as a transport would make them. */
final class Requests {
    private Requests() {}

    static Request get(String target, Headers headers) {
        return request("GET", target, headers, BodySource.of(new byte[0]));
    }

    static Request request(String method, String target, Headers headers, BodySource body) {
        int mark = target.indexOf('?');
        return new Request(
                "id",
                "127.0.0.1",
                method,
                URI.create("http://localhost/"),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1)),
                headers,
                body);
    }

    static BodySource body(String text) {
        return BodySource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Declares a length, or none, and must not be read. */
    static BodySource unreadable(OptionalLong length) {
        return BodySource.of(length, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the body must not be read");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        });
    }

    /** Bytes without end. */
    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 'a');
                return length;
            }
        };
    }

    static String text(Response response) {
        return new String(response.content().bytes(), StandardCharsets.UTF_8);
    }
}
