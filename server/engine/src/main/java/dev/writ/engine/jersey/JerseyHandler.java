package dev.writ.engine.jersey;

import dev.writ.engine.core.Call;
import dev.writ.engine.core.Handler;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.io.InputStream;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.internal.ContainerUtils;

/** Carries out an operation by the resource method that implements it: a checked request goes into Jersey, its answer comes back. */
final class JerseyHandler implements Handler {
    private final ApplicationHandler application;
    private final ArgumentBinder binder;

    JerseyHandler(ApplicationHandler application, ArgumentBinder binder) {
        this.application = application;
        this.binder = binder;
    }

    @Override
    public Response handle(Call call) throws Exception {
        Request request = call.request();
        ContainerRequest container = new ContainerRequest(
                request.base(),
                URI.create(request.base().resolve("/") + encoded(request).substring(1)),
                request.method(),
                new CallSecurityContext(call),
                new MapPropertiesDelegate(),
                application.getConfiguration());
        // Accept was judged before; Jersey would judge it again, by writers that know nothing of the contract.
        request.headers().without("Accept").forEach((name, values) -> container.headers(name, values));
        // The body has been read, checked and bound: what is left of it is the argument.
        container.setEntityStream(InputStream.nullInputStream());
        binder.bind(call).attach(container);
        CapturedResponse response = new CapturedResponse(container);
        container.setWriter(response);
        application.handle(container);
        return response.get();
    }

    private static String encoded(Request request) {
        return ContainerUtils.encodeUnsafeCharacters(request.target());
    }
}
