package dev.writ.engine.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;

/** The variables of a server: what its URL names is declared, and the other way round (OpenAPI 3.1, section 4.8.6). */
final class ServerRules {
    private ServerRules() {}

    /** @param tell of what leaves no URL: a fault where the server is served */
    static void check(Element server, BiConsumer<Element, String> tell) {
        Map<String, Element> declared = server.members("variables");
        Set<String> named = new HashSet<>();
        Matcher variables = ServerReader.VARIABLE.matcher(server.text("url").orElse(""));
        while (variables.find()) {
            String name = variables.group(1);
            if (named.add(name) && !declared.containsKey(name)) {
                tell.accept(server.at("url"), "the variable '" + name + "' is not declared");
            }
        }
        declared.forEach((name, variable) -> {
            if (named.contains(name)) {
                values(variable, tell);
            } else {
                variable.warn("the URL has no '{" + name + "}' for the declared variable");
            }
        });
    }

    /** A default that is none of the values is against OpenAPI 3.1; the values alone are served, so nothing is ambiguous. */
    private static void values(Element variable, BiConsumer<Element, String> tell) {
        if (!variable.node().has("enum")) {
            return;
        }
        List<String> values = ServerReader.values(variable);
        if (values.isEmpty()) {
            tell.accept(variable.at("enum"), "must have a value");
            return;
        }
        variable.text("default")
                .filter(text -> !values.contains(text))
                .ifPresent(text -> variable.at("default").warn("the default '" + text + "' is not one of the values"));
    }
}
