package dev.writ.engine.model;

import java.util.List;

/**
 * The body of a request (OpenAPI 3.1, section 4.8.13).
 *
 * @param content in the order of the contract
 */
public record RequestBody(boolean required, List<MediaTypeObject> content, Place place) {}
