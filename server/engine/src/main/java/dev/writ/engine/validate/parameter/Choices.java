package dev.writ.engine.validate.parameter;

import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts of one value that may be read as several types, and what they are read as in this attempt. Attempts are few:
 * all combinations if they are at most {@value #MAX_COMBINATIONS}, else those texts change that the schema complains about.
 * Not thread-safe.
 */
final class Choices {
    private static final int MAX_COMBINATIONS = 64;
    private static final int MAX_ROUNDS = 8;

    private final List<Choice> all = new ArrayList<>();
    private int next;
    private int rounds;

    /** Begins another attempt, in which the same questions are asked in the same order. */
    void rewind() {
        next = 0;
    }

    /** Which of {@code options} to take. */
    int choose(String pointer, int options) {
        if (next == all.size()) {
            all.add(new Choice(pointer, options));
        }
        return all.get(next++).chosen;
    }

    /** Chooses otherwise; false if there is nothing else to try. */
    boolean advance(List<SchemaError> errors) {
        rounds++;
        return combinations() <= MAX_COMBINATIONS ? advanceAll() : rounds < MAX_ROUNDS && advanceAt(errors);
    }

    private int combinations() {
        int product = 1;
        for (Choice choice : all) {
            product *= choice.options;
            if (product > MAX_COMBINATIONS) {
                break;
            }
        }
        return product;
    }

    /** As a counter does: the last digit first. */
    private boolean advanceAll() {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).advance()) {
                return true;
            }
            all.get(i).chosen = 0;
        }
        return false;
    }

    private boolean advanceAt(List<SchemaError> errors) {
        Set<String> pointers = errors.stream().map(SchemaError::pointer).collect(Collectors.toSet());
        boolean advanced = false;
        for (Choice choice : all) {
            advanced |= choice.isWithin(pointers) && choice.advance();
        }
        return advanced;
    }

    private static final class Choice {
        private final String pointer;
        private final int options;
        private int chosen;

        Choice(String pointer, int options) {
            this.pointer = pointer;
            this.options = options;
        }

        /** True if one of {@code places} is here or around here. */
        boolean isWithin(Set<String> places) {
            String at = pointer;
            while (!places.contains(at)) {
                if (at.isEmpty()) {
                    return false;
                }
                at = at.substring(0, at.lastIndexOf('/'));
            }
            return true;
        }

        boolean advance() {
            if (chosen + 1 >= options) {
                return false;
            }
            chosen++;
            return true;
        }
    }
}
