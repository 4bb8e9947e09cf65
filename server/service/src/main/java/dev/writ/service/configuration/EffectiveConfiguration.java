package dev.writ.service.configuration;

/**
 * A configuration and how it came about.
 *
 * @param description a line for each setting, with its value and where that was set; secrets are masked
 */
public record EffectiveConfiguration(Configuration configuration, String description) {}
