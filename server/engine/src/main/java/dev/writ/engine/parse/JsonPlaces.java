package dev.writ.engine.parse;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.writ.engine.model.Pointers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where a node of a JSON text stands, and all below it: members at their keys. */
final class JsonPlaces {
    private final int line;
    private final int column;
    private Map<String, JsonPlaces> below = Map.of();

    private JsonPlaces(int line, int column) {
        this.line = line;
        this.column = column;
    }

    private static JsonPlaces current(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new JsonPlaces(at.getLineNr(), at.getColumnNr());
    }

    /** Of a text that has been read before; what is found until it ends being JSON. */
    static JsonPlaces of(String text) {
        JsonPlaces root = new JsonPlaces(1, 1);
        try (JsonParser parser = JsonText.parser(text)) {
            parser.nextToken();
            root = current(parser);
            root.fill(parser);
        } catch (IOException e) {
            // It was read before; what was found until here is told.
            return root;
        }
        return root;
    }

    private void fill(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                JsonPlaces member = child(parser.currentName(), parser);
                parser.nextToken();
                member.fill(parser);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                child(Integer.toString(i), parser).fill(parser);
            }
        }
    }

    /** Of a key that stands twice, the first place is told. */
    private JsonPlaces child(String name, JsonParser parser) {
        if (below.isEmpty()) {
            below = new HashMap<>();
        }
        JsonPlaces known = below.get(name);
        if (known == null) {
            known = current(parser);
            below.put(name, known);
        }
        return known;
    }

    /** Line and column, from 1, of the node or of the nearest one around it. */
    int[] find(String pointer) {
        JsonPlaces at = this;
        int from = 1;
        while (from <= pointer.length()) {
            int slash = pointer.indexOf('/', from);
            int end = slash < 0 ? pointer.length() : slash;
            JsonPlaces next = at.below.get(Pointers.name(pointer.substring(from, end)));
            if (next == null) {
                break;
            }
            at = next;
            from = end + 1;
        }
        return new int[] {at.line, at.column};
    }
}
