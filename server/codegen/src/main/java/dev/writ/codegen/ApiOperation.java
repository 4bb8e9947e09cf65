package dev.writ.codegen;

import io.swagger.v3.oas.models.Operation;

/** An operation with what is said of it elsewhere in the document. */
record ApiOperation(String id, String verb, String path, Operation declared) {
    String method() {
        return Names.member(id);
    }

    String responseClass() {
        String method = method();
        return Character.toUpperCase(method.charAt(0)) + method.substring(1).replaceAll("_$", "") + "Response";
    }
}
