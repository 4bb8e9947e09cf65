package dev.writ.engine.jersey;

import dev.writ.engine.core.Call;
import dev.writ.engine.http.Request;
import java.io.InputStream;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.ContainerUtils;

/** A checked request as Jersey sees it: the client's URI for whoever asks, but matched by the path of a {@link Mount}. */
final class MountedRequest extends ContainerRequest {
    private final String path;

    MountedRequest(Call call, String path, ResourceConfig configuration) {
        super(
                call.request().base(),
                uri(call.request()),
                call.operation().method(),
                new CallSecurityContext(call),
                new MapPropertiesDelegate(),
                configuration);
        this.path = path;
        // Accept was judged before; Jersey would judge it again, by writers that know nothing of the contract.
        call.request().headers().without("Accept").forEach((name, values) -> headers(name, values));
        // The body has been read, checked and bound: what is left of it is the argument.
        setEntityStream(InputStream.nullInputStream());
    }

    @Override
    public String getPath(boolean decode) {
        return path;
    }

    private static URI uri(Request request) {
        return URI.create(request.base()
                + ContainerUtils.encodeUnsafeCharacters(request.target()).substring(1));
    }
}
