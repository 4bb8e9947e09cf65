package dev.writ.codegen;

/** Small documents. */
final class Documents {
    private Documents() {}

    /** A document with no more than these schemas, which start at the left margin. */
    static String ofSchemas(String version, String schemas) {
        return """
                openapi: %s
                info: {title: Test, version: '1'}
                paths: {}
                components:
                  schemas:
                """.formatted(version) + schemas.indent(4);
    }

    /** A document with these paths, and these schemas if any. */
    static String ofPaths(String version, String paths, String schemas) {
        String head = """
                openapi: %s
                info: {title: Test, version: '1'}
                paths:
                """.formatted(version);
        return head + paths.indent(2) + (schemas.isEmpty() ? "" : "components:\n  schemas:\n" + schemas.indent(4));
    }
}
