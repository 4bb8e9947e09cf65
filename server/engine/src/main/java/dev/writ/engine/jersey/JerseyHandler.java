package dev.writ.engine.jersey;

import dev.writ.engine.core.AsyncHandler;
import dev.writ.engine.core.Call;
import dev.writ.engine.http.Response;
import java.util.concurrent.CompletionStage;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;

/** Carries out an operation by the resource method that implements it: a checked request goes into Jersey, its answer comes back. */
final class JerseyHandler implements AsyncHandler {
    private final ApplicationHandler application;
    private final Mount mount;
    private final ArgumentBinder binder;

    JerseyHandler(ApplicationHandler application, Mount mount, ArgumentBinder binder) {
        this.application = application;
        this.mount = mount;
        this.binder = binder;
    }

    @Override
    public boolean mayBlock() {
        return mount.implemented().mayBlock();
    }

    @Override
    public CompletionStage<Response> begin(Call call) throws Exception {
        ContainerRequest request = new MountedRequest(call, mount.path(), application.getConfiguration());
        binder.bind(call).attach(request);
        CurrentRequest.attach(call, request);
        CapturedResponse response = new CapturedResponse(request);
        request.setWriter(response);
        application.handle(request);
        return response.answer();
    }
}
