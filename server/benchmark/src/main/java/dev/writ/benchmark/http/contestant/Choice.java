package dev.writ.benchmark.http.contestant;

import dev.writ.benchmark.http.load.Bodies;
import java.util.Set;

/**
 * What the command line of a contestant asks for.
 *
 * @param words {@code checked}: answers are checked too; {@code blocking}: operations may wait
 */
record Choice(int port, Set<String> words) {
    static final String HOST = "127.0.0.1";
    static final String CONTRACT = "http/openapi.yaml";
    /** The API key that is accepted. */
    static final String KEY = Bodies.KEY;

    static Choice of(String[] arguments) {
        return new Choice(Integer.parseInt(arguments[0]), Set.of(arguments));
    }

    boolean checked() {
        return words.contains("checked");
    }

    boolean blocking() {
        return words.contains("blocking");
    }
}
