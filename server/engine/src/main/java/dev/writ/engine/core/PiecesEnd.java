package dev.writ.engine.core;

/** What becomes of an answer in pieces: until something of it was sent another may take its place. Thread-safe. */
final class PiecesEnd {
    private State state = State.UNSENT;
    private Runnable tell = () -> {};

    private enum State {
        UNSENT,
        BEGUN,
        REPLACED
    }

    /** Its head is sent. */
    synchronized void begun() {
        state = State.BEGUN;
        tell.run();
        tell = () -> {};
    }

    /** Another answer is sent. */
    synchronized void replaced() {
        state = State.REPLACED;
    }

    /** No more pieces come: {@code told} is for when it has been sent, {@code unsent} for when another was. */
    synchronized void ended(Runnable told, Runnable unsent) {
        switch (state) {
            case REPLACED -> unsent.run();
            case BEGUN -> told.run();
            case UNSENT -> tell = told;
        }
    }
}
