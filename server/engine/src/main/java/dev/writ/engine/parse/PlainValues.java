package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;

/** The kinds of plain values, alone, in lists and in maps. */
final class PlainValues {
    void check(Element member, Grammar.Field field) {
        switch (field.shape()) {
            case ONE -> check(member, field.value());
            case LIST -> {
                if (isList(member)) {
                    member.items().forEach(item -> check(item, field.value()));
                }
            }
            case MAP -> {
                if (isMap(member)) {
                    member.forEachMember((name, item) -> check(item, field.value()));
                }
            }
        }
    }

    boolean isList(Element member) {
        return isOrNull(member, member.node().isArray(), "must be an array");
    }

    boolean isMap(Element member) {
        return isOrNull(member, member.node().isObject(), "must be an object");
    }

    private static boolean isOrNull(Element member, boolean is, String otherwise) {
        if (member.node().isNull() && !member.pointer().endsWith("/security")) {
            member.warnOnce("nothing stands here: it is read as empty");
        } else if (!is) {
            member.fault(otherwise);
        }
        return is;
    }

    private static void check(Element member, String kind) {
        JsonNode node = member.node();
        switch (kind) {
            case "flag" -> must(member, node.isBoolean(), "must be true or false");
            case "number" -> must(member, node.isNumber(), "must be a number");
            case "scalar" -> scalar(member);
            case "text" -> text(member);
            case "url" -> {
                if (text(member) && !isUri(node.asText())) {
                    member.warn("'" + node.asText() + "' is no URL");
                }
            }
            default -> {
                // Anything goes.
            }
        }
    }

    private static boolean text(Element member) {
        if (member.node().isNull() && !Misspelling.isEnforced(lastName(member))) {
            member.warnOnce("nothing stands here: it is read as empty");
            return false;
        }
        return must(member, member.node().isTextual(), "must be a string");
    }

    private static void scalar(Element member) {
        if (member.node().isNumber() || member.node().isBoolean()) {
            member.warn("should be a string: put it between quotation marks");
        } else {
            text(member);
        }
    }

    private static boolean must(Element member, boolean is, String message) {
        if (!is) {
            member.fault(message);
        }
        return is;
    }

    private static String lastName(Element member) {
        return member.pointer().substring(member.pointer().lastIndexOf('/') + 1);
    }

    private static boolean isUri(String text) {
        try {
            new URI(text.replace("{", "").replace("}", ""));
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
