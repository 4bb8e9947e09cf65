package dev.writ.engine.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a function makes of texts that clients send again and again. It forgets all of them where there are too many, for
 * clients choose what they send. Thread-safe.
 */
public final class Remembered<T> {
    private static final int MOST = 256;
    private static final int LONGEST = 256;

    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> function;

    public Remembered(Function<String, T> function) {
        this.function = function;
    }

    public T of(String text) {
        T remembered = known.get(text);
        if (remembered != null) {
            return remembered;
        }
        T made = function.apply(text);
        if (text.length() <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, made);
        }
        return made;
    }
}
