package dev.writ.api;

import java.time.Duration;
import java.util.Optional;

/**
 * One event of a {@code text/event-stream} (WHATWG HTML, section 9.2), or a comment alone. Immutable.
 *
 * @param data text as it is, of any number of lines; anything else is written as JSON; empty for a comment alone
 * @param event the type of the event, one line
 * @param id what a client that comes again sends in {@code Last-Event-ID}, one line
 * @param retry how long a client waits before it comes again
 * @param comment for whoever reads along; clients ignore it
 */
public record ServerSentEvent<T>(
        Optional<T> data,
        Optional<String> event,
        Optional<String> id,
        Optional<Duration> retry,
        Optional<String> comment) {

    /**
     * An event.
     *
     * @throws IllegalArgumentException if the type or the id has more than one line or a NUL, or {@code retry} is negative:
     *     whatever comes after such an end of a line would be taken for another field or event
     */
    public ServerSentEvent {
        event.ifPresent(text -> line("event", text));
        id.ifPresent(text -> line("id", text));
        if (retry.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("retry is negative");
        }
    }

    public static <T> ServerSentEvent<T> of(T data) {
        return new ServerSentEvent<>(
                Optional.of(data), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** No event at all. */
    public static <T> ServerSentEvent<T> ofComment(String text) {
        return new ServerSentEvent<>(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
    }

    public ServerSentEvent<T> withEvent(String type) {
        return new ServerSentEvent<>(data, Optional.of(type), id, retry, comment);
    }

    public ServerSentEvent<T> withId(String text) {
        return new ServerSentEvent<>(data, event, Optional.of(text), retry, comment);
    }

    public ServerSentEvent<T> withRetry(Duration wait) {
        return new ServerSentEvent<>(data, event, id, Optional.of(wait), comment);
    }

    public ServerSentEvent<T> withComment(String text) {
        return new ServerSentEvent<>(data, event, id, retry, Optional.of(text));
    }

    private static void line(String field, String text) {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\0')) {
            throw new IllegalArgumentException("the field " + field + " of an event has one line, without a NUL");
        }
    }
}
