package dev.writ.engine.schema;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an application may choose about how schemas are applied. Immutable.
 *
 * @param formats whether they are constraints
 * @param ownFormats formats by name, besides those that the engine knows or in their place
 * @param readOnly what becomes of read-only properties in a request; write-only ones in a response are always dropped
 * @param fillDefaults whether properties that are missing in a request get the {@code default} of their schema
 * @param maxSteps schemas applied, or like amounts of work, that one check may take; the value is invalid beyond it
 */
public record SchemaOptions(
        Formats formats,
        Map<String, FormatChecker> ownFormats,
        HiddenProperties readOnly,
        boolean fillDefaults,
        int maxSteps) {
    public static final SchemaOptions DEFAULT =
            new SchemaOptions(Formats.ASSERT, Map.of(), HiddenProperties.DROP, false, 2_000_000);

    public SchemaOptions {
        ownFormats = Map.copyOf(ownFormats);
    }

    public SchemaOptions withFormats(Formats choice) {
        return new SchemaOptions(choice, ownFormats, readOnly, fillDefaults, maxSteps);
    }

    /** With one format more. */
    public SchemaOptions withFormat(String name, FormatChecker checker) {
        Map<String, FormatChecker> more = new TreeMap<>(ownFormats);
        more.put(name, checker);
        return new SchemaOptions(formats, more, readOnly, fillDefaults, maxSteps);
    }

    public SchemaOptions withReadOnly(HiddenProperties choice) {
        return new SchemaOptions(formats, ownFormats, choice, fillDefaults, maxSteps);
    }

    public SchemaOptions withDefaults(boolean fill) {
        return new SchemaOptions(formats, ownFormats, readOnly, fill, maxSteps);
    }

    public SchemaOptions withMaxSteps(int steps) {
        return new SchemaOptions(formats, ownFormats, readOnly, fillDefaults, steps);
    }
}
