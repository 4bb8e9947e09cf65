package dev.writ.engine.core;

import dev.writ.engine.spi.Principal;
import java.util.Optional;

/** Known after {@link Stage#AUTHENTICATE}: who sends the request; empty where nobody needs to be known. */
record Authenticated(Matched matched, Optional<Principal> principal) {}
