package dev.writ.engine.core;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.model.Operation;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.validate.Arguments;
import java.util.Optional;

/**
 * A request that the contract allows, on its way to its handler; HEAD has become GET.
 *
 * @param responseType what of the operation's media types suits the client best, possibly a range; empty if it answers
 *     without content
 */
public record Call(
        Request request,
        Operation operation,
        Optional<Principal> principal,
        Arguments arguments,
        Optional<MediaType> responseType) {}
