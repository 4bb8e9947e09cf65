package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one check may cost. A step is a schema that is applied, or work of about the same size. A check that takes many times
 * the steps that its value explains is one that applies the same schemas to the same nodes over and over: from then on it
 * remembers outcomes.
 */
final class Budget implements IntConsumer {
    private static final int FREE = 10_000;
    private static final int STEPS_PER_NODE = 32;
    private static final int MAX_DEPTH = 1_000;

    private final JsonNode value;
    private final int max;
    private int spent;
    private int slice;
    private int left;
    private int depth;
    private @Nullable Memo memo;
    private @Nullable Hashes hashes;

    Budget(JsonNode value, int max) {
        this.value = value;
        this.max = max;
        this.slice = Math.min(FREE, max);
        this.left = slice;
    }

    /** @throws LimitException if nothing is left */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new LimitException(LimitException.TOO_DEEP);
        }
        charge(1);
    }

    void leave() {
        depth--;
    }

    /** @throws LimitException if nothing is left */
    void charge(int steps) {
        left -= steps;
        if (left < 0) {
            next();
        }
    }

    /** Charges for characters that are compared. */
    void chargeCharacters(int characters) {
        charge(characters >> 4);
    }

    /** Charges for characters that a pattern reads. */
    @Override
    public void accept(int characters) {
        charge(characters >> 1);
    }

    /** Null as long as it is not worth while. */
    @Nullable
    Memo memo() {
        return memo;
    }

    /** Those of the value's arrays and objects. */
    Hashes hashes() {
        if (hashes == null) {
            hashes = new Hashes(this);
        }
        return hashes;
    }

    int spent() {
        return spent + slice - left;
    }

    /** For another run over the same value. */
    void again() {
        depth = 0;
    }

    private void next() {
        spent = spent();
        if (spent > max) {
            slice = 0;
            left = 0;
            throw new LimitException(LimitException.TOO_LONG);
        }
        if (memo == null && spent / STEPS_PER_NODE > nodes(value)) {
            memo = new Memo();
        }
        slice = Math.min(max - spent, spent);
        left = slice;
    }

    private static int nodes(JsonNode node) {
        int nodes = 1;
        for (JsonNode child : node) {
            nodes += nodes(child);
        }
        return nodes;
    }
}
