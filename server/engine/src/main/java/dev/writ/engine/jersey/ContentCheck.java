package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds content back until it is checked: what the application wrote, before it is compressed. What is more than
 * {@link #LIMIT} is sent unchecked, unless there may be something in it that nobody may see.
 */
final class ContentCheck implements WriterInterceptor {
    /** Of content that is checked, in bytes. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ContentCheck.class);
    private static final String PROPERTY = ContentCheck.class.getName();

    private final Set<String> toldOf = ConcurrentHashMap.newKeySet();

    private record Pending(Judged.Allowed allowed, ContainerResponseContext answered) {}

    static void prepare(ContainerRequestContext request, Judged.Allowed allowed, ContainerResponseContext answered) {
        request.setProperty(PROPERTY, new Pending(allowed, answered));
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(PROPERTY) instanceof Pending pending)) {
            context.proceed();
            return;
        }
        context.removeProperty(PROPERTY);
        OutputStream client = context.getOutputStream();
        HeldContent held = new HeldContent(client, pending.allowed.redactsContent() ? Integer.MAX_VALUE : LIMIT);
        context.setOutputStream(held);
        context.proceed();
        context.setOutputStream(client);
        if (held.isReleased()) {
            tell(pending.allowed.call().operation());
            return;
        }
        Response response = EngineAnswers.of(pending.answered, Content.of(held.bytes()));
        Optional<Response> instead = pending.allowed.check(response);
        instead.ifPresent(problem -> EngineAnswers.replace(pending.answered, problem));
        client.write(instead.orElse(response).content().bytes());
    }

    /** Once for each operation. */
    private void tell(Operation operation) {
        if (toldOf.add(operation.operationId())) {
            LOG.warn("{} has answered with more than {} bytes, which are not checked", operation, LIMIT);
        }
    }
}
