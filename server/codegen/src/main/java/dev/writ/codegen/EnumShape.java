package dev.writ.codegen;

import java.util.List;

/**
 * What the template prints of an enum.
 *
 * @param comparison the expression that is true if {@code value} is that of {@code candidate}
 */
record EnumShape(
        String name, List<String> doc, String type, List<Constant> constants, String comparison, List<String> imports) {
    record Constant(String name, String literal) {}
}
