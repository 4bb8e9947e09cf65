package dev.writ.engine.validate.parameter;

import dev.writ.engine.validate.parameter.Pairs.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * {@code style: form}: {@code color=blue,black}, {@code color=R,100,G,200}, exploded {@code color=blue&color=black},
 * {@code R=100&G=200}. A property of an exploded object that is there several times is an array.
 *
 * @param properties which names belong to the value if it is an exploded object
 */
record FormStyle(
        String name, Function<Sent, Pairs> pairs, TextCoding coding, boolean explode, Predicate<String> properties)
        implements StyleReader {

    @Override
    public Reading read(Sent sent, Kind kind) {
        if (explode && kind == Kind.OBJECT) {
            return exploded(pairs.apply(sent));
        }
        List<String> values = pairs.apply(sent).values(name);
        if (values.isEmpty()) {
            return Reading.ABSENT;
        }
        if (explode && kind == Kind.ARRAY) {
            return Pieces.items(values, coding);
        }
        if (values.size() > 1) {
            return Reading.repeated(values.size());
        }
        return switch (kind) {
            case PRIMITIVE -> Pieces.text(values.get(0), coding);
            case ARRAY -> Pieces.items(Pieces.split(values.get(0), ','), coding);
            case OBJECT -> Pieces.inTurn(Pieces.split(values.get(0), ','), coding);
        };
    }

    private Reading exploded(Pairs all) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Pair pair : all.all()) {
            if (properties.test(pair.name())) {
                Optional<String> text = coding.decode(pair.raw());
                if (text.isEmpty()) {
                    return Reading.undecodable(pair.raw());
                }
                texts.computeIfAbsent(pair.name(), absent -> new ArrayList<>(1)).add(text.get());
            }
        }
        Map<String, Written> members = new LinkedHashMap<>();
        texts.forEach((property, values) -> members.put(property, Written.Repeated.ofTexts(values)));
        return members.isEmpty() ? Reading.ABSENT : new Reading.Found(new Written.Members(members));
    }
}
