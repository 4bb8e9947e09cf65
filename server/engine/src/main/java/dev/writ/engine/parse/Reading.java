package dev.writ.engine.parse;

/** What the reading of one contract works with. */
record Reading(Version version, Library library, Report report) {}
