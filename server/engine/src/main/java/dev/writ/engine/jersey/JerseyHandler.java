package dev.writ.engine.jersey;

import dev.writ.engine.core.Call;
import dev.writ.engine.core.Handler;
import dev.writ.engine.http.Response;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;

/** Carries out an operation by the resource method that implements it: a checked request goes into Jersey, its answer comes back. */
final class JerseyHandler implements Handler {
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
    public Response handle(Call call) throws Exception {
        ContainerRequest request = new MountedRequest(call, mount.path(), application.getConfiguration());
        binder.bind(call).attach(request);
        CurrentRequest.attach(call, request);
        CapturedResponse response = new CapturedResponse(request);
        request.setWriter(response);
        application.handle(request);
        return response.get();
    }
}
