package dev.writ.engine.model;

import java.util.List;

/**
 * Schemes that must all be satisfied (OpenAPI 3.1, section 4.8.30); of several requirements one is enough.
 *
 * @param uses none of them means that no credentials are needed
 */
public record SecurityRequirement(List<Use> uses) {
    public List<SecurityScheme> schemes() {
        return uses.stream().map(Use::scheme).toList();
    }

    /** A scheme, and the scopes or roles that its credentials must have. */
    public record Use(SecurityScheme scheme, List<String> scopes) {}
}
