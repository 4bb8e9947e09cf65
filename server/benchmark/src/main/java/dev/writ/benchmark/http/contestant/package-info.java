/**
 * The programs that are compared, each one a service for the same contract, {@code http/openapi.yaml}, with the same
 * answers. Each is started as {@code main PORT [WORD...]} and answers until it is killed.
 */
@NullMarked
package dev.writ.benchmark.http.contestant;

import org.jspecify.annotations.NullMarked;
