package dev.writ.engine.model;

import java.util.List;

/**
 * What an operation may answer with one status or range of them (OpenAPI 3.1, section 4.8.17).
 *
 * @param status {@code 200}, {@code 2XX} or {@code default}
 * @param content in the order of the contract
 */
public record ResponseDeclaration(String status, List<Header> headers, List<MediaTypeObject> content, Place place) {}
