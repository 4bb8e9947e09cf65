package dev.writ.engine.server;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a client sends ahead of what is dealt with, and whether more of it is read: within a bound of the connection, and of a
 * memory that all connections share. But for {@link #isFull}, used by one thread at a time.
 */
final class InputGate {
    /** Octets that may wait to be looked at. */
    private static final int AHEAD = 64 * 1024;
    /** Octets that may wait while nobody wants them, but for a request to be answered. */
    private static final int AHEAD_OF_AN_ANSWER = 4 * 1024;

    private final Channel channel;
    private final ContentBudget budget;
    private final PendingInput input = new PendingInput();
    /** Octets that have come while somebody else dealt with what came before. */
    private final AtomicInteger unseen = new AtomicInteger();

    private int taken;
    private boolean paused;

    InputGate(Channel channel, ContentBudget budget) {
        this.channel = channel;
        this.budget = budget;
    }

    /** These octets have come, and are to be {@link #add}ed: whether that is for now enough, in which case no more are read. */
    boolean isFull(byte[] octets) {
        boolean full = unseen.addAndGet(octets.length) > AHEAD;
        if (full) {
            channel.reading(false);
        }
        return full;
    }

    /** {@code full} is what {@link #isFull} has said of them. */
    void add(byte[] octets, boolean full) {
        unseen.addAndGet(-octets.length);
        paused |= full;
        input.add(octets);
    }

    PendingInput input() {
        return input;
    }

    /**
     * Reads on, or not, after what could be dealt with was. This alone has the last word: whoever has stopped reading
     * elsewhere comes by here next.
     *
     * @param wanted whether what is left will be looked at as soon as there is more of it
     * @return false if there is no memory for what is left
     */
    boolean settle(boolean wanted) {
        if (input.size() > 0 || taken > 0) {
            int held = input.compact();
            if (held > taken && !budget.take(held - taken)) {
                return false;
            }
            budget.giveBack(Math.max(0, taken - held));
            taken = held;
        }
        boolean open = input.size() < (wanted ? AHEAD : AHEAD_OF_AN_ANSWER) && unseen.get() < AHEAD;
        if (!open || paused) {
            paused = !open;
            channel.reading(open);
        }
        return true;
    }

    /** Forgets everything. */
    void clear() {
        input.clear();
        budget.giveBack(taken);
        taken = 0;
    }
}
