package dev.writ.engine.schema.evaluate;

import dev.writ.engine.model.Place;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where in the value a run that reports is, and what it has told. */
final class Trail {
    static final int MAX_ERRORS = 100;

    private final List<Object> path = new ArrayList<>();
    private final Set<SchemaError> errors = new LinkedHashSet<>();

    /** Goes deeper: to a property by its name, or to an item by its index. */
    void enter(Object token) {
        path.add(token);
    }

    void leave() {
        path.remove(path.size() - 1);
    }

    boolean isFull() {
        return errors.size() >= MAX_ERRORS;
    }

    void add(Place place, String keyword, String text) {
        add(place, keyword, text, subject());
    }

    /** An error of the object here that a person looks for at one of its properties: one that is missing. */
    void addOfProperty(Place place, String keyword, String text, String name) {
        String subject = subject();
        add(place, keyword, text, subject.isEmpty() ? name : subject + "." + name);
    }

    private void add(Place place, String keyword, String text, String subject) {
        String message = subject.isEmpty() ? text : subject + ": " + text;
        errors.add(new SchemaError(pointer(), keyword, message, place.reference()));
    }

    List<SchemaError> errors() {
        return List.copyOf(errors);
    }

    private String pointer() {
        String pointer = "";
        for (Object token : path) {
            pointer = Pointers.append(pointer, token.toString());
        }
        return pointer;
    }

    /** As a person writes it: {@code tasks[0].title}. */
    private String subject() {
        StringBuilder subject = new StringBuilder();
        for (Object token : path) {
            if (token instanceof Integer) {
                subject.append('[').append(token).append(']');
            } else {
                subject.append(subject.isEmpty() ? "" : ".").append(token);
            }
        }
        return subject.toString();
    }
}
