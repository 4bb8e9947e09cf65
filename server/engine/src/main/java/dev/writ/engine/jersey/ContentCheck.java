package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Response;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Holds content back until it is checked: what the application wrote, before it is compressed. */
final class ContentCheck implements WriterInterceptor {
    private static final String PROPERTY = ContentCheck.class.getName();

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
        OutputStream client = context.getOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        context.setOutputStream(written);
        context.proceed();
        context.setOutputStream(client);
        Response response = EngineAnswers.of(pending.answered, Content.of(written.toByteArray()));
        Optional<Response> instead = pending.allowed.check(response);
        instead.ifPresent(problem -> EngineAnswers.replace(pending.answered, problem));
        client.write(instead.orElse(response).content().bytes());
    }
}
