package dev.writ.engine.jersey;

import dev.writ.engine.core.UnbindableException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/** Refuses content that the contract allows and the argument of the method cannot hold. */
final class UnbindableContentMapper implements ExtendedExceptionMapper<UnbindableException> {
    private final FailedRequest failed;

    @Inject
    UnbindableContentMapper(FailedRequest failed) {
        this.failed = failed;
    }

    @Override
    public boolean isMappable(UnbindableException thrown) {
        return failed.judged().flatMap(JudgedRequest::allowed).isPresent();
    }

    @Override
    public Response toResponse(UnbindableException thrown) {
        return failed.answers().fail(thrown);
    }
}
