package dev.writ.codegen;

import java.util.ArrayList;
import java.util.List;

/** What a record does with its arguments: fills in defaults, refuses null where it may not be, copies collections. */
final class CompactConstructor {
    private final Imports imports;

    CompactConstructor(Imports imports) {
        this.imports = imports;
    }

    List<String> statements(List<Property> components) {
        List<String> statements = new ArrayList<>();
        for (Property component : components) {
            String name = component.java();
            JavaType value = component.value();
            switch (component.presence()) {
                case REQUIRED -> required(name, value, statements);
                case REQUIRED_NULLABLE, OPTIONAL -> {
                    if (collection(value)) {
                        statements.add(Wrapping.choice(name + " = ", name + " == null", "null", copy(name, value)));
                    }
                }
                case DEFAULTED ->
                    statements.add(defaulted(name, value, component.fallback().orElseThrow()));
                case ADDITIONAL -> statements.add(defaulted(name, value, imports.use("java.util.Map") + ".of()"));
                case MAYBE -> statements.add(maybe(component));
            }
        }
        return statements;
    }

    private void required(String name, JavaType value, List<String> statements) {
        if (value.primitive()) {
            return;
        }
        String checked = objects() + ".requireNonNull(" + name + ", \"" + name + "\")";
        statements.add((collection(value) ? name + " = " + copy(checked, value) : checked) + ";");
    }

    private String defaulted(String name, JavaType value, String fallback) {
        if (collection(value)) {
            return Wrapping.choice(name + " = ", name + " == null", fallback, copy(name, value));
        }
        return name + " = " + objects() + ".requireNonNullElse(" + name + ", " + fallback + ");";
    }

    private String maybe(Property component) {
        String maybe = imports.use(RecordShapes.MAYBE);
        String name = component.java();
        return component
                .fallback()
                .map(value -> Wrapping.choice(
                        name + " = ",
                        name + " == null || !" + name + ".isPresent()",
                        maybe + ".of(" + value + ")",
                        name))
                .orElseGet(
                        () -> name + " = " + objects() + ".requireNonNullElse(" + name + ", " + maybe + ".absent());");
    }

    private String objects() {
        return imports.use("java.util.Objects");
    }

    private static boolean collection(JavaType type) {
        return type.list() || type.map();
    }

    /** {@code List.copyOf} where no element can be null; maps keep their order. */
    private String copy(String expression, JavaType type) {
        if (type.map()) {
            return imports.use("java.util.Collections") + ".unmodifiableMap(new "
                    + imports.use("java.util.LinkedHashMap") + "<>(" + expression + "))";
        }
        if (type.arguments().get(0).nullable()) {
            return imports.use("java.util.Collections") + ".unmodifiableList(new " + imports.use("java.util.ArrayList")
                    + "<>(" + expression + "))";
        }
        return imports.use("java.util.List") + ".copyOf(" + expression + ")";
    }
}
