package dev.writ.codegen;

import io.swagger.v3.oas.models.Operation;
import java.util.function.Predicate;

/**
 * An operation with what is said of it elsewhere in the document.
 *
 * @param method what it is called in Java
 * @param responseClass the class of its responses
 */
record ApiOperation(String id, String verb, String path, Operation declared, String method, String responseClass) {
    /** {@code isModel} is true for the names of classes that schemas have: many contracts call one after a response. */
    static ApiOperation of(String id, String verb, String path, Operation declared, Predicate<String> isModel) {
        String method = Names.member(id);
        String name =
                Character.toUpperCase(method.charAt(0)) + method.substring(1).replaceAll("_$", "") + "Response";
        return new ApiOperation(id, verb, path, declared, method, isModel.test(name) ? name + "s" : name);
    }
}
