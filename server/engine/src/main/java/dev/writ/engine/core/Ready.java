package dev.writ.engine.core;

import dev.writ.engine.validate.Arguments;

/** Known after {@link Stage#CHECK_REQUEST}: the arguments; nothing is left to refuse. */
record Ready(Accepted accepted, Arguments arguments) {
    Matched matched() {
        return accepted.matched();
    }
}
