package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all {@code Set-Cookie} fields of a response as one value (OpenAPI 3.2, section 4.21.5): an object of cookies by name,
 * an array of them or, by {@code content}, a text with a line for each. Nothing of them is decoded.
 *
 * @param styled whether it is no text
 */
record SetCookieReader(TextConverter converter, boolean styled) implements ValueReader {
    static final String NAME = "Set-Cookie";

    /** Whether a schema is about all of them, not about each. */
    static boolean reads(SchemaShape shape) {
        return !shape.allows(JsonType.STRING) && (shape.allows(JsonType.OBJECT) || shape.allows(JsonType.ARRAY));
    }

    @Override
    public Outcome read(Sent sent) {
        Headers headers = sent.headers();
        List<String> lines = headers.all(NAME);
        return lines.isEmpty()
                ? Outcome.ABSENT
                : converter.convert(written(lines)).<Outcome>fold(Outcome.Valid::new, Outcome.Invalid::new);
    }

    private Written written(List<String> lines) {
        if (!styled) {
            return new Written.Text(String.join("\n", lines));
        }
        if (!converter.shape().allows(JsonType.OBJECT)) {
            List<Written> items = new ArrayList<>();
            lines.forEach(line -> items.add(new Written.Text(line)));
            return new Written.Items(items);
        }
        Map<String, Written> cookies = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            cookies.put(
                    (equals < 0 ? line : line.substring(0, equals)).strip(),
                    new Written.Text(
                            equals < 0 ? "" : line.substring(equals + 1).strip()));
        }
        return new Written.Members(cookies);
    }
}
