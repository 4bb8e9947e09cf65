package dev.writ.benchmark.http.contestant;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The orders that there are: one, under every number. */
final class Desk {
    private final Order stored = read();

    Order find(String number) {
        return stored.withNumber(number);
    }

    private static Order read() {
        try (InputStream stream = Desk.class.getResourceAsStream("/http/order.json")) {
            return new ObjectMapper().readValue(stream, Order.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
