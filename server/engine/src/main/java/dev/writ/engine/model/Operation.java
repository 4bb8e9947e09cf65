package dev.writ.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A method on a path (OpenAPI 3.1, section 4.8.10).
 *
 * @param operationId that of the contract or, where it gives none, method and path: {@code GET /pets/{id}}
 * @param basePaths what may stand before the path, as the {@code servers} say: empty, or beginning with a slash and not
 *     ending with one; at least one of them
 */
public record Operation(
        String operationId,
        String method,
        List<String> basePaths,
        PathTemplate path,
        List<Parameter> parameters,
        Optional<RequestBody> requestBody,
        List<ResponseDeclaration> responses,
        List<SecurityRequirement> security,
        Place place) {

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
