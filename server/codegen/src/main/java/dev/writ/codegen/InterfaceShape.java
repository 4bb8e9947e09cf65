package dev.writ.codegen;

import java.util.List;

/** What the template prints of the interface of a tag. */
record InterfaceShape(
        String name,
        List<String> doc,
        List<Method> methods,
        List<MethodAnnotations.Own> annotations,
        List<String> imports) {
    /** An operation; {@code verb} is the annotation of its HTTP method. */
    record Method(
            List<String> doc,
            String verb,
            String path,
            String operationId,
            String returns,
            String name,
            String parameters) {}
}
