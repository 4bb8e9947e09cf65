package dev.writ.engine.schema.pattern;

/** How the two engines write what ECMA-262 means. */
enum Flavour {
    RE2("\\b", "\\B", "\\p{%s}", "\\p{%s}"),
    /** The word boundaries of the JDK know letters beyond ASCII. */
    JDK(
            "(?:(?<=[a-zA-Z0-9_])(?![a-zA-Z0-9_])|(?<![a-zA-Z0-9_])(?=[a-zA-Z0-9_]))",
            "(?:(?<=[a-zA-Z0-9_])(?=[a-zA-Z0-9_])|(?<![a-zA-Z0-9_])(?![a-zA-Z0-9_]))",
            "\\p{%s}",
            "\\p{Is%s}");

    private final String boundary;
    private final String noBoundary;
    private final String category;
    private final String script;

    Flavour(String boundary, String noBoundary, String category, String script) {
        this.boundary = boundary;
        this.noBoundary = noBoundary;
        this.category = category;
        this.script = script;
    }

    String boundary() {
        return boundary;
    }

    String noBoundary() {
        return noBoundary;
    }

    String category(String name) {
        return String.format(category, name);
    }

    String script(String name) {
        return String.format(script, name);
    }
}
