package dev.writ.engine.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names under {@code additionalOperations}: methods of HTTP that have no field of their own (OpenAPI 3.2, section 4.9.1). */
final class MethodRules {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private MethodRules() {}

    static void check(List<Element> pathItems) {
        pathItems.forEach(item -> item.members("additionalOperations").forEach(MethodRules::check));
    }

    private static void check(String method, Element operation) {
        String upper = method.toUpperCase(Locale.ROOT);
        if (!TOKEN.matcher(method).matches()) {
            operation.fault("'" + method + "' is no method of HTTP");
        } else if (!PathItem.hasField(method)) {
            return;
        } else if (upper.equals(method)) {
            operation.fault("the field '" + method.toLowerCase(Locale.ROOT) + "' is where " + method + " belongs");
        } else {
            operation.warn("methods are case-sensitive: '" + method + "' is not " + upper);
        }
    }

    /** Whether it may stand there; methods are case-sensitive (RFC 9110, section 9.1). */
    static boolean isAdditional(String method) {
        return TOKEN.matcher(method).matches()
                && !(PathItem.hasField(method) && method.equals(method.toUpperCase(Locale.ROOT)));
    }
}
