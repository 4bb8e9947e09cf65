package dev.writ.benchmark.http;

/** How much of the contract a contestant keeps. */
enum Level {
    /** None of it: the floor, the same answer whatever is asked. */
    FIXED,
    /** Paths and types, as its code has them. */
    UNCHECKED,
    /** All of it. */
    CONTRACT
}
