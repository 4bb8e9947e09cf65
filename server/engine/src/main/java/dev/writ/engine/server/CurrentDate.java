package dev.writ.engine.server;

import dev.writ.engine.http.HttpDate;
import java.time.Instant;

/** The date as fields have it, written once a second. Thread-safe. */
final class CurrentDate {
    private static volatile CurrentDate known = new CurrentDate(0);

    private final long second;
    private final String text;

    private CurrentDate(long second) {
        this.second = second;
        this.text = HttpDate.of(Instant.ofEpochSecond(second));
    }

    static String text() {
        long now = System.currentTimeMillis() / 1000;
        CurrentDate last = known;
        if (last.second != now) {
            last = new CurrentDate(now);
            known = last;
        }
        return last.text;
    }
}
