package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * Sees to it that the resource method that Jersey has matched is the operation that was judged, and that no request reaches
 * an operation unjudged: the two match by different rules, and a client may know how to make them disagree.
 */
final class DispatchFilter implements ContainerRequestFilter {
    private final Supplier<ContractEngine> engine;

    DispatchFilter(Supplier<ContractEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        ContainerRequest container = (ContainerRequest) context;
        Optional<JudgedRequest> judged = JudgedRequest.of(container);
        List<UriTemplate> templates = new ArrayList<>(container.getUriInfo().getMatchedTemplates());
        Collections.reverse(templates);
        String shape = engine.get().shape(container, TemplateShape.of(templates));
        judged.flatMap(JudgedRequest::allowed)
                .map(allowed -> disagreement(judged.get(), allowed, shape, templates, container))
                .orElseGet(() ->
                        engine.get().declares(shape) ? Optional.of(unjudged(judged, container)) : Optional.empty())
                .ifPresent(answer -> {
                    judged.ifPresent(known ->
                            JudgedRequest.answered(known.request(), container).attach(container));
                    container.abortWith(EngineAnswers.of(answer));
                });
    }

    private Optional<Response> disagreement(
            JudgedRequest judged,
            Judged.Allowed allowed,
            String shape,
            List<UriTemplate> templates,
            ContainerRequest container) {
        Operation operation = allowed.call().operation();
        String method = container.getUriInfo().getMatchedResourceMethod().getHttpMethod();
        if (!judged.isStill(container)) {
            return failure(
                    judged.request(),
                    "a filter has changed the request to " + container.getMethod() + " "
                            + container.getRequestUri().getRawPath() + " after it was judged");
        }
        if (!engine.get().has(operation, shape) || !operation.method().equals(method)) {
            return failure(judged.request(), "judged as " + operation + ", but matched by " + method + " " + shape);
        }
        if (!sameValues(allowed, templates, container.getUriInfo())) {
            return judged.request().path().contains(";")
                    ? Optional.of(refuse(
                            judged.request(),
                            Problem.of(ProblemType.BAD_REQUEST, "The contract has no matrix parameters.")))
                    : failure(judged.request(), "variables of the path of " + operation + " differ from those judged");
        }
        return Optional.empty();
    }

    /** By place, since the two may have other names for the same variable. */
    private static boolean sameValues(Judged.Allowed allowed, List<UriTemplate> templates, ExtendedUriInfo uri) {
        List<String> here = templates.stream()
                .flatMap(template -> template.getTemplateVariables().stream())
                .toList();
        List<String> there = allowed.call().operation().path().variables();
        int base = here.size() - there.size();
        for (int i = Math.max(0, -base); i < there.size(); i++) {
            String value = uri.getPathParameters(true).getFirst(here.get(base + i));
            Optional<String> judged = Optional.ofNullable(allowed.pathValues().get(there.get(i)))
                    .flatMap(text -> PercentEncoding.decode(text, false));
            if (!judged.equals(Optional.ofNullable(value))) {
                return false;
            }
        }
        return true;
    }

    private Response unjudged(Optional<JudgedRequest> judged, ContainerRequest container) {
        Problem problem = Problem.of(
                ProblemType.NOT_FOUND,
                "The contract has no path " + engine.get().path(container) + ".");
        return judged.map(known -> refuse(known.request(), problem))
                .orElseThrow(() -> new IllegalStateException("a request reached a resource without being judged"));
    }

    private Response refuse(Request request, Problem problem) {
        return engine.get().engine().refuse(request, problem);
    }

    private Optional<Response> failure(Request request, String why) {
        return Optional.of(engine.get().engine().fail(request, new IllegalStateException(why)));
    }
}
