package dev.writ.engine.validate.parameter;

import dev.writ.engine.validate.parameter.Pairs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code style: deepObject}: {@code color[R]=100&color[G]=200}. The specification stops at one level; beyond it we take
 * what the JavaScript library {@code qs} writes: {@code a[b][c]=1}, {@code a[]=1&a[]=2}, {@code a[0]=1&a[1]=2} and
 * {@code a[b]=1&a[b]=2}, at most {@value #MAX_DEPTH} levels and {@value #MAX_VALUES} values. Names without brackets, which
 * the specification leaves undefined, are read as exploded {@code form} where the value may be something else than an object.
 *
 * @param otherNames which names belong to other parameters alone
 */
record DeepObjectStyle(FormStyle form, Predicate<String> otherNames) implements StyleReader {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 1_000;

    @Override
    public Reading read(Sent sent, Kind kind) {
        BracketTree tree = new BracketTree();
        int count = 0;
        for (Pair pair : form.pairs().apply(sent).all()) {
            if (!pair.name().startsWith(form.name() + "[")) {
                continue;
            }
            List<String> path = path(pair.name());
            Optional<String> text = form.coding().decode(pair.raw());
            count++;
            if (path.isEmpty()) {
                return unbracketed();
            }
            if (path.size() > MAX_DEPTH || count > MAX_VALUES) {
                return Reading.malformed(
                        "style", "has more than " + MAX_DEPTH + " levels, or more than " + MAX_VALUES + " values");
            }
            if (text.isEmpty()) {
                return Reading.undecodable(pair.raw());
            }
            if (!tree.put(path, text.get())) {
                return Reading.malformed("style", "'" + pair.name() + "' is a value and more than a value");
            }
        }
        if (count == 0) {
            return kind == Kind.OBJECT ? none(sent) : form.read(sent, kind);
        }
        return kind == Kind.PRIMITIVE ? Reading.malformed("type", "must be one value") : tree.reading();
    }

    private Reading none(Sent sent) {
        List<String> values = sent.query().values(form.name());
        if (values.isEmpty() || otherNames.test(form.name())) {
            return Reading.ABSENT;
        }
        return values.stream().allMatch(String::isEmpty) ? new Reading.Found(new Written.Text("")) : unbracketed();
    }

    private Reading unbracketed() {
        return Reading.malformed("style", "must be written as " + form.name() + "[name]=...");
    }

    /** What stands between the brackets; nothing if they are not in order. */
    private List<String> path(String name) {
        List<String> path = new ArrayList<>();
        int at = form.name().length();
        while (at < name.length()) {
            int end = name.indexOf(']', at);
            if (name.charAt(at) != '[' || end < 0 || name.substring(at + 1, end).indexOf('[') >= 0) {
                return List.of();
            }
            path.add(name.substring(at + 1, end));
            if (path.size() > MAX_DEPTH) {
                return path;
            }
            at = end + 1;
        }
        return path;
    }
}
