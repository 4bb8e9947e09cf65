package dev.writ.engine.server;

import dev.writ.engine.problem.ProblemType;

/** Why a message is not taken: what the client is told before its connection is closed. */
record Rejection(ProblemType type, String detail) {

    static Rejection malformed(String detail) {
        return new Rejection(ProblemType.BAD_REQUEST, detail);
    }
}
