package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import java.util.concurrent.CompletableFuture;

/**
 * A request whose head was received, on its way to its answer, step by step: whoever carries it says where each step runs, so
 * that no thread waits unless a step has to. Used by one thread at a time, not always the same.
 */
public interface Exchange {

    /** What an exchange needs to come closer to its answer. */
    enum Next {
        /** A call of {@link #proceed} that waits for nothing. */
        RUN,
        /** A call of {@link #proceed} that may wait: for a database, another server, content that flows. */
        WAIT,
        /** The content of the request, as {@link #intake} says; then a call of {@link #proceed}. */
        RECEIVE,
        /** Nothing, until {@link #whenReady} tells: somebody else has the answer in hand. */
        LATER,
        /** To be sent: {@link #response} has it. */
        SEND
    }

    Next next();

    /** Takes the step that {@link #next} told. Where that was {@link Next#RECEIVE}, the content is there, or is waited for by whoever reads it. */
    void proceed();

    /** Runs the task when something else than {@link Next#LATER} comes next, in whatever thread, be it within this call. */
    void whenReady(Runnable task);

    /** How the content is to be received. Only while that is what comes next. */
    Intake intake();

    /** Only when nothing else comes next. */
    Response response();

    /**
     * Answers something else instead, for reasons of the transport, whatever would have come next, be it an answer of which
     * nothing was sent.
     */
    Response refuse(Problem problem);

    /** The head of an answer in pieces is sent: from here on there is no {@link #instead}. */
    void begun();

    /** The answer in place of one whose first piece failed, for that reason, before anything was sent. */
    Response instead(Throwable cause);

    /** An answer in pieces has ended without its end. */
    void brokenOff();

    /** Takes all steps in this thread, and waits where there is something to wait for. */
    default Response answer() {
        for (Next next = next(); next != Next.SEND; next = next()) {
            if (next == Next.LATER) {
                CompletableFuture<Void> ready = new CompletableFuture<>();
                whenReady(() -> ready.complete(null));
                ready.join();
            } else {
                proceed();
            }
        }
        begun();
        return response();
    }
}
