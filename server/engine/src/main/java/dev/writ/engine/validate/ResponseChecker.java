package dev.writ.engine.validate;

import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Checks what an operation answers against its contract: status, header fields, media type, content. Thread-safe. */
public final class ResponseChecker {
    private final Operation operation;
    private final IdentityHashMap<ResponseDeclaration, DeclaredResponse> responses = new IdentityHashMap<>();

    /** Compiles the schemas of all the operation's responses. */
    public ResponseChecker(Operation operation, SchemaCompiler compiler, Schemas schemas, BodyLimits limits) {
        this.operation = operation;
        boolean head = operation.method().equals("HEAD");
        operation
                .responses()
                .forEach(declared ->
                        responses.put(declared, new DeclaredResponse(declared, head, compiler, schemas, limits)));
    }

    /** Whether there is anything in what it answers that its schemas let nobody see. */
    public boolean redacts() {
        return responses.values().stream().anyMatch(DeclaredResponse::redacts);
    }

    /** The response without what its schema lets nobody see; nothing else is checked. */
    public Response redact(Response response) {
        return operation
                .response(response.status())
                .map(responses::get)
                .map(declared -> declared.redact(response))
                .orElse(response);
    }

    /** What checks the items of a response, one by one; empty if the contract does not say that it is a sequence of them. */
    public Optional<ItemChecker> items(Response response) {
        return operation.response(response.status()).map(responses::get).flatMap(declared -> declared.items(response));
    }

    /**
     * All violations, at most {@link Violations#MAX}; none if the response is what the contract says. Content that comes in
     * pieces is not looked at.
     */
    public CheckedResponse check(Response response) {
        return check(response, (declared, violations) -> declared.check(response, violations));
    }

    /** As {@link #check}, whatever the content is: of status and header fields alone. */
    public CheckedResponse checkHead(Response response) {
        return check(response, (declared, violations) -> {
            declared.checkHead(response, violations);
            return response;
        });
    }

    private CheckedResponse check(Response response, BiFunction<DeclaredResponse, Violations, Response> against) {
        Violations violations = new Violations();
        Optional<DeclaredResponse> declared =
                operation.response(response.status()).map(responses::get);
        if (declared.isPresent()) {
            Response checked = against.apply(declared.get(), violations);
            return new CheckedResponse(checked, violations.toList());
        }
        BodyViolations.add(
                List.of(new SchemaError("", "status", "the status " + response.status() + " is not declared", "")),
                operation.place(),
                violations);
        return new CheckedResponse(response, violations.toList());
    }
}
