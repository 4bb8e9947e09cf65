package dev.writ.engine.model;

import java.util.List;

/**
 * What is wrong with a contract.
 *
 * @param faults what keeps it from being served
 * @param warnings what does not, unless somebody asks for strictness
 */
public record Findings(List<Fault> faults, List<Fault> warnings) {}
