package dev.writ.engine.model;

import java.util.List;
import java.util.Optional;

/** A method on a path (OpenAPI 3.1, section 4.8.10). */
public record Operation(
        String operationId,
        String method,
        PathTemplate path,
        List<Parameter> parameters,
        Optional<RequestBody> requestBody,
        List<ResponseDeclaration> responses,
        List<SecurityRequirement> security,
        SourceLocation location) {

    /** The declaration that speaks of {@code status}: the exact one, else its range, else {@code default}. */
    public Optional<ResponseDeclaration> response(int status) {
        String exact = Integer.toString(status);
        return byStatus(exact).or(() -> byStatus(exact.charAt(0) + "XX")).or(() -> byStatus("default"));
    }

    private Optional<ResponseDeclaration> byStatus(String status) {
        return responses.stream()
                .filter(response -> response.status().equals(status))
                .findFirst();
    }

    @Override
    public String toString() {
        return method + " " + path.text() + " (" + operationId + ")";
    }
}
