package dev.writ.engine.jersey;

import dev.writ.engine.core.Call;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who the engine found the sender to be. */
record CallSecurityContext(Call call) implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
        return call.principal().orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return call.principal().filter(p -> p.scopes().contains(role)).isPresent();
    }

    @Override
    public boolean isSecure() {
        return "https".equals(call.request().base().getScheme());
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
        return call.principal()
                .flatMap(p -> call.request().headers().first("Authorization"))
                .map(shown ->
                        shown.substring(0, Math.max(0, shown.indexOf(' '))).toUpperCase(Locale.ROOT))
                .orElse(null);
    }
}
