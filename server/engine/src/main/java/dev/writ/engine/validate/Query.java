package dev.writ.engine.validate;

import dev.writ.engine.http.PercentEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query of a request as names and values, decoded once.
 *
 * @param malformed pieces, as sent, whose percent-encoding is broken
 */
record Query(Map<String, List<String>> values, List<String> malformed) {

    static Query parse(Optional<String> query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> malformed = new ArrayList<>();
        for (String piece : query.orElse("").split("&", -1)) {
            if (piece.isEmpty()) {
                continue;
            }
            int equals = piece.indexOf('=');
            Optional<String> name = PercentEncoding.decode(equals < 0 ? piece : piece.substring(0, equals), true);
            Optional<String> value = PercentEncoding.decode(equals < 0 ? "" : piece.substring(equals + 1), true);
            if (name.isEmpty() || value.isEmpty()) {
                malformed.add(piece);
            } else {
                values.computeIfAbsent(name.get(), absent -> new ArrayList<>()).add(value.get());
            }
        }
        return new Query(values, malformed);
    }
}
