package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
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
                .ifPresent(container::abortWith);
    }

    private Optional<Response> disagreement(
            JudgedRequest judged,
            Judged.Allowed allowed,
            String shape,
            List<UriTemplate> templates,
            ContainerRequest container) {
        SubstituteAnswers answers = answers(judged, container);
        Operation operation = allowed.call().operation();
        String method = container.getUriInfo().getMatchedResourceMethod().getHttpMethod();
        if (!judged.isStill(container)) {
            return failure(
                    answers,
                    "a filter has changed the request to " + container.getMethod() + " "
                            + container.getRequestUri().getRawPath() + " after it was judged");
        }
        if (!engine.get().has(operation, shape) || !operation.method().equals(method)) {
            return failure(answers, "judged as " + operation + ", but matched by " + method + " " + shape);
        }
        if (!sameValues(allowed, templates, container.getUriInfo())) {
            return judged.request().path().contains(";")
                    ? Optional.of(answers.refuse(
                            Problem.of(ProblemType.BAD_REQUEST, "The contract has no matrix parameters.")))
                    : failure(answers, "variables of the path of " + operation + " differ from those judged");
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
        return judged.map(known -> answers(known, container).refuse(problem))
                .orElseThrow(() -> new IllegalStateException("a request reached a resource without being judged"));
    }

    private SubstituteAnswers answers(JudgedRequest judged, ContainerRequest container) {
        return new SubstituteAnswers(judged, container, engine.get().engine());
    }

    private static Optional<Response> failure(SubstituteAnswers answers, String why) {
        return Optional.of(answers.fail(new IllegalStateException(why)));
    }
}
