package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.core.WrittenItems;
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
 * {@link #LIMIT} is sent unchecked, unless there may be something in it that nobody may see. Of a sequence each item is held
 * until it is whole.
 */
final class ContentCheck implements WriterInterceptor {
    /** Of content that is checked, in bytes. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ContentCheck.class);
    private static final String PROPERTY = ContentCheck.class.getName();

    /** Nobody asks for it: it is written. */
    private static final Content COMING = Content.ofPieces(subscriber -> {});

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
        Optional<WrittenItems> items = pending.allowed.items(EngineAnswers.of(pending.answered, COMING));
        if (items.isPresent()) {
            sequence(context, pending, items.get());
            return;
        }
        OutputStream client = context.getOutputStream();
        HeldContent held = new HeldContent(client, limit(pending));
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

    private static int limit(Pending pending) {
        return pending.allowed.redactsContent() ? Integer.MAX_VALUE : LIMIT;
    }

    /** Item by item, as they are written: the head first. */
    private void sequence(WriterInterceptorContext context, Pending pending, WrittenItems items) throws IOException {
        OutputStream client = context.getOutputStream();
        Optional<Response> instead = pending.allowed.check(EngineAnswers.of(pending.answered, COMING));
        if (instead.isPresent()) {
            EngineAnswers.replace(pending.answered, instead.get());
            client.write(instead.get().content().bytes());
            return;
        }
        if (pending.allowed.redactsContent()) {
            pending.answered.getHeaders().remove("Content-Length");
        }
        HeldItems held = new HeldItems(client, items, limit(pending));
        context.setOutputStream(held);
        context.proceed();
        context.setOutputStream(client);
        held.finish();
        if (held.isReleased()) {
            tell(pending.allowed.call().operation());
        }
    }

    /** Once for each operation. */
    private void tell(Operation operation) {
        if (toldOf.add(operation.operationId())) {
            LOG.warn("{} has answered with more than {} bytes, which are not checked", operation, LIMIT);
        }
    }
}
