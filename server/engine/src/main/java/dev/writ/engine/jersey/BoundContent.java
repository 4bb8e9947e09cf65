package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.writ.engine.core.UnbindableException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Optional;

/** Tells content that the argument of a method cannot hold from everything else that readers of content throw. */
final class BoundContent implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw UnbindableException.of("body", Optional.empty(), e);
        } catch (ProcessingException e) {
            throw e.getCause() instanceof JsonProcessingException cause
                    ? UnbindableException.of("body", Optional.empty(), cause)
                    : UnbindableException.ofBody("type", UnbindableException.BEYOND, e);
        }
    }
}
