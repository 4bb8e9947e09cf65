package dev.writ.engine.jersey;

/** What becomes of requests to paths that the contract lacks, in an application that has resources of its own. */
public enum OtherPaths {
    /** They are the application's, and nothing is judged. */
    PASS,
    /** They are answered with 404, or with the documents of the engine: {@code /openapi.json}, {@code /ui/} and others. */
    REFUSE
}
