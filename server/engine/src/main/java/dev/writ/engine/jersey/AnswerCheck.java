package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Response;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ContainerRequest;

/** Checks what is answered, after all other filters: at once if it has no content, else once {@link ContentCheck} has it. */
final class AnswerCheck implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answered) {
        Optional<Judged.Allowed> allowed =
                JudgedRequest.of((ContainerRequest) request).flatMap(JudgedRequest::unanswered);
        if (allowed.isEmpty() || isStream(answered)) {
            return;
        }
        if (answered.hasEntity()) {
            if (allowed.get().readsContent()) {
                ContentCheck.prepare(request, allowed.get(), answered);
            }
            return;
        }
        allowed.get()
                .check(EngineAnswers.of(answered, Content.empty()))
                .ifPresent(problem -> replace(answered, problem));
    }

    private static void replace(ContainerResponseContext answered, Response problem) {
        EngineAnswers.replace(answered, problem);
        answered.setEntity(
                problem.content(),
                new Annotation[0],
                MediaType.valueOf(problem.headers().first("Content-Type").orElse(MediaType.WILDCARD)));
    }

    /** What is written bit by bit and perhaps never ends cannot be checked as a whole. */
    private static boolean isStream(ContainerResponseContext answered) {
        return answered.getEntity() instanceof ChunkedOutput
                || MediaType.SERVER_SENT_EVENTS_TYPE.equals(answered.getMediaType());
    }
}
