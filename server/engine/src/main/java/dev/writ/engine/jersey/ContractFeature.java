package dev.writ.engine.jersey;

import dev.writ.api.RequestContext;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.spi.Authenticator;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.InjectionManagerProvider;

/**
 * Puts a contract before the resources of an existing Jersey application, which need nothing of the engine's:
 *
 * <pre>{@code
 * ResourceConfig application = new ResourceConfig(PlainPets.class)
 *         .register(ContractFeature.of(contract)
 *                 .authenticator("Basic", PASSWORDS)
 *                 .responseChecks(ResponseChecks.ENFORCE));
 * }</pre>
 *
 * <p>Requests are judged before Jersey matches them, and refused as the engine refuses them; what Jersey then matches must be
 * the operation that was judged. Answers are checked, up to 16 MiB each, or each item of a sequence. Listeners, problem types and mappings and the renderer
 * of errors are those that are bound in HK2. What does not fit between contract, resources and authenticators keeps
 * the application from starting, with a {@link ContractException}.
 *
 * <p>Not thread-safe until it is registered; register it with one application.
 */
public final class ContractFeature implements Feature {
    /** Among filters of requests before matching the last, among those after it the first. Not the very last: whoever claims that comes after, always, and is caught by {@link DispatchFilter}. */
    private static final int LAST = Integer.MAX_VALUE - 1;

    private static final int FIRST = 1;
    /** Content is coded (compressed) by interceptors of a smaller number, changed by those of a greater. */
    private static final int WITHIN_CODERS = jakarta.ws.rs.Priorities.ENTITY_CODER + 1;

    private final Contract contract;
    private final Map<String, Authenticator> authenticators = new HashMap<>();
    private Settings settings = Settings.DEFAULT;
    private OtherPaths otherPaths = OtherPaths.PASS;
    private TrustedProxies proxies = TrustedProxies.NONE;
    private Function<ContainerRequestContext, String> client = context -> "unknown";

    private ContractFeature(Contract contract) {
        this.contract = contract;
    }

    public static ContractFeature of(Contract contract) {
        return new ContractFeature(contract);
    }

    /** Everything that an application may choose at once. */
    public ContractFeature settings(Settings choice) {
        settings = choice;
        return this;
    }

    /** By default answers that are not what the contract declares are reported in the log. */
    public ContractFeature responseChecks(ResponseChecks choice) {
        settings = settings.withResponseChecks(choice);
        return this;
    }

    /** By default operations that no resource method has keep the application from starting; else they are 404. */
    public ContractFeature unimplemented(Unimplemented choice) {
        settings = settings.withUnimplemented(choice);
        return this;
    }

    /** By default paths that the contract lacks are the application's. */
    public ContractFeature otherPaths(OtherPaths choice) {
        otherPaths = choice;
        return this;
    }

    /** What judges credentials of the security scheme of that name; by default what HK2 has as {@code Authenticator} under it. */
    public ContractFeature authenticator(String scheme, Authenticator authenticator) {
        authenticators.put(scheme, authenticator);
        return this;
    }

    /** How to find a client's address, which JAX-RS does not tell: for authenticators that count attempts, and the log. */
    public ContractFeature clientAddress(Function<ContainerRequestContext, String> finder) {
        client = finder;
        return this;
    }

    /**
     * Whose word about the client, the scheme and the host of a request counts, which {@code UriInfo} then tells. By default that
     * is the container's business; where the application is mounted always is. It takes {@link #clientAddress} to know who sends a
     * request.
     */
    public ContractFeature trustedProxies(TrustedProxies choice) {
        proxies = choice;
        return this;
    }

    @Override
    public boolean configure(FeatureContext context) {
        ContractModel model = new ContractModel(
                contract, settings, authenticators, InjectionManagerProvider.getInjectionManager(context));
        context.register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(model).to(FailedRequest.EngineSupplier.class);
                        bind(FailedRequest.class).to(FailedRequest.class).in(Singleton.class);
                        bind(CurrentRequest.class).to(RequestContext.class).in(Singleton.class);
                    }
                })
                .register(model)
                .register(
                        new JudgeFilter(
                                model,
                                otherPaths,
                                client,
                                proxies,
                                settings.bodies().uploads()),
                        LAST)
                .register(new DispatchFilter(model), FIRST)
                .register(new AnswerCheck(), FIRST)
                .register(new ContentCheck(), WITHIN_CODERS)
                .register(new SentContent(), FIRST)
                .register(ProblemMapper.class, FIRST)
                .register(UnbindableMapper.class, FIRST)
                .register(UnbindableContentMapper.class, FIRST)
                .register(new BoundContent(), FIRST)
                .register(UnmappedProblems.class, LAST)
                .register(new AnswerEvents())
                .register(WrittenContent.class);
        return true;
    }
}
