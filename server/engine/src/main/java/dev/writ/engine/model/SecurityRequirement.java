package dev.writ.engine.model;

import java.util.List;

/**
 * Schemes that must all be satisfied (OpenAPI 3.1, section 4.8.30); of several requirements one is enough.
 *
 * @param schemes none of them means that no credentials are needed
 */
public record SecurityRequirement(List<SecurityScheme> schemes) {}
