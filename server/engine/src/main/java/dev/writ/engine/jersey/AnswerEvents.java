package dev.writ.engine.jersey;

import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Tells the engine's log and listeners of each answer of an operation, once it is sent. */
final class AnswerEvents implements ApplicationEventListener, RequestEventListener {

    @Override
    public void onEvent(ApplicationEvent event) {
        // What becomes of the application as a whole is told by others.
    }

    @Override
    public RequestEventListener onRequest(RequestEvent event) {
        return this;
    }

    @Override
    public void onEvent(RequestEvent event) {
        if (event.getType() == RequestEvent.Type.FINISHED) {
            ContainerRequest request = event.getContainerRequest();
            BufferedBody.close(request);
            JudgedRequest.of(request)
                    .ifPresent(judged -> tell(judged, request, Optional.ofNullable(event.getContainerResponse())));
        }
    }

    /** Without a response the container is left to say that the request has failed. */
    private static void tell(JudgedRequest judged, ContainerRequest request, Optional<ContainerResponse> response) {
        int status = response.map(ContainerResponse::getStatus).orElse(500);
        long bytes = judged.method().equals("HEAD") ? 0 : SentContent.bytes(request);
        judged.allowed().ifPresent(allowed -> allowed.answered(status, bytes));
    }
}
