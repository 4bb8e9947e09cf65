package dev.writ.engine.validate.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the styles have in common: texts cut at delimiters. */
final class Pieces {
    /** Of one value. */
    private static final int MAX_PIECES = 20_000;

    private Pieces() {}

    private static Reading tooMany() {
        return Reading.malformed("limit", "has more than " + MAX_PIECES + " items");
    }

    static List<String> split(String raw, char delimiter) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = raw.indexOf(delimiter); at >= 0; at = raw.indexOf(delimiter, from)) {
            pieces.add(raw.substring(from, at));
            from = at + 1;
        }
        pieces.add(raw.substring(from));
        return pieces;
    }

    static Reading text(String raw, TextCoding coding) {
        return coding.decode(raw)
                .<Reading>map(text -> new Reading.Found(new Written.Text(text)))
                .orElseGet(() -> Reading.undecodable(raw));
    }

    static Reading items(List<String> raws, TextCoding coding) {
        if (raws.size() > MAX_PIECES) {
            return tooMany();
        }
        List<Written> items = new ArrayList<>(raws.size());
        for (String raw : raws) {
            Optional<String> text = coding.decode(raw);
            if (text.isEmpty()) {
                return Reading.undecodable(raw);
            }
            items.add(new Written.Text(text.get()));
        }
        return new Reading.Found(new Written.Items(items));
    }

    /** An object whose names and values take turns: {@code R,100,G,200}. One empty text is an empty object. */
    static Reading inTurn(List<String> raws, TextCoding coding) {
        if (raws.size() == 1 && raws.get(0).isEmpty()) {
            return new Reading.Found(new Written.Members(Map.of()));
        }
        if (raws.size() > MAX_PIECES) {
            return tooMany();
        }
        if (raws.size() % 2 != 0) {
            return Reading.malformed("style", "must be names and values in turn, as in R,100,G,200");
        }
        Map<String, Written> members = new LinkedHashMap<>();
        for (int i = 0; i < raws.size(); i += 2) {
            Optional<Reading> malformed = put(members, raws.get(i), raws.get(i + 1), coding);
            if (malformed.isPresent()) {
                return malformed.get();
            }
        }
        return new Reading.Found(new Written.Members(members));
    }

    /** An object in which each name is written to its value: {@code R=100,G=200}. One empty text is an empty object. */
    static Reading assigned(List<String> raws, TextCoding coding) {
        if (raws.size() == 1 && raws.get(0).isEmpty()) {
            return new Reading.Found(new Written.Members(Map.of()));
        }
        Map<String, Written> members = new LinkedHashMap<>();
        for (String raw : raws) {
            int equals = raw.indexOf('=');
            if (equals < 0) {
                return Reading.malformed("style", "must be names with values, as in R=100");
            }
            Optional<Reading> malformed = put(members, raw.substring(0, equals), raw.substring(equals + 1), coding);
            if (malformed.isPresent()) {
                return malformed.get();
            }
        }
        return new Reading.Found(new Written.Members(members));
    }

    /** Says what is wrong, if something is. */
    private static Optional<Reading> put(
            Map<String, Written> members, String rawName, String rawValue, TextCoding coding) {
        Optional<String> name = coding.decode(rawName);
        Optional<String> value = coding.decode(rawValue);
        if (name.isEmpty() || value.isEmpty()) {
            return Optional.of(Reading.undecodable(name.isEmpty() ? rawName : rawValue));
        }
        return members.put(name.get(), new Written.Text(value.get())) == null
                ? Optional.empty()
                : Optional.of(Reading.malformed("duplicate", "the name '" + name.get() + "' stands here twice"));
    }
}
