package dev.writ.engine.jersey;

import dev.writ.engine.core.Call;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who the engine found the sender to be. */
record CallSecurityContext(Call call) implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
        return call.principal().orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return "https".equals(call.request().base().getScheme());
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
        return call.principal().isPresent() ? BASIC_AUTH : null;
    }
}
