package dev.writ.engine.schema;

/** What an application may choose about how schemas are applied. */
public record SchemaOptions() {
    public static final SchemaOptions DEFAULT = new SchemaOptions();
}
