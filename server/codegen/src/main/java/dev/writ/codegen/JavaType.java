package dev.writ.codegen;

import java.util.List;
import java.util.Map;

/** A Java type: a qualified name or a primitive, its arguments, and whether null is one of its values. */
record JavaType(String name, List<JavaType> arguments, boolean nullable) {
    static final JavaType OBJECT = of("java.lang.Object");
    static final JavaType STRING = of("java.lang.String");
    static final JavaType FILE_PART = of("dev.writ.api.FilePart");
    static final JavaType INPUT_STREAM = of("java.io.InputStream");

    private static final Map<String, String> BOXES = Map.of(
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double",
            "boolean", "java.lang.Boolean");

    static JavaType of(String name, JavaType... arguments) {
        return new JavaType(name, List.of(arguments), false);
    }

    static JavaType listOf(JavaType element) {
        return of("java.util.List", element.boxed());
    }

    static JavaType mapOf(JavaType value) {
        return of("java.util.Map", STRING, value.boxed());
    }

    boolean primitive() {
        return BOXES.containsKey(name);
    }

    boolean array() {
        return name.endsWith("[]");
    }

    boolean list() {
        return name.equals("java.util.List");
    }

    boolean map() {
        return name.equals("java.util.Map");
    }

    JavaType boxed() {
        return new JavaType(BOXES.getOrDefault(name, name), arguments, nullable);
    }

    JavaType orNull() {
        return new JavaType(boxed().name, arguments, true);
    }
}
