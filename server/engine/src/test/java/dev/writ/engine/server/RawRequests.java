package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The requests of {@code raw-requests.txt}. */
public final class RawRequests {
    private RawRequests() {}

    /** One of them, and what comes of it. */
    record Row(List<Integer> statuses, boolean open, String text) {
        private static Row parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Row(
                    Arrays.stream(parts[0].split(",")).map(Integer::valueOf).toList(),
                    parts[1].equals("open"),
                    parts[2]);
        }

        @Override
        public String toString() {
            String shown = text.length() > 150 ? text.substring(0, 150) + "…" : text;
            return statuses + (open ? " open " : " closed ") + shown;
        }
    }

    static List<Row> rows() {
        try (InputStream file = RawRequests.class.getResourceAsStream("raw-requests.txt")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As they go over the wire, an octet a character. */
    public static List<String> texts() {
        return rows().stream()
                .map(row -> new String(RawClient.octets(row.text().replace("{wait}", "")), ISO_8859_1))
                .toList();
    }
}
