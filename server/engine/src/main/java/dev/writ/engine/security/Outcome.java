package dev.writ.engine.security;

import dev.writ.engine.spi.Principal;
import java.util.Optional;

/**
 * What became of one scheme at one request.
 *
 * @param refused whether credentials were shown, and are not valid
 * @param undecided why its credentials could not be judged
 */
record Outcome(boolean refused, Optional<Principal> principal, Optional<Decision> undecided) {
    static Outcome undecided(Decision why) {
        return new Outcome(false, Optional.empty(), Optional.of(why));
    }
}
