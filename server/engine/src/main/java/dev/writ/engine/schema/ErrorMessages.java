package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.List;
import java.util.Locale;

/** What is wrong, told to a person: {@code title: must be at most 200 characters, was 201}. */
final class ErrorMessages {
    private ErrorMessages() {}

    /** Of the value that is wrong: of a property that is too many, itself; of one that is missing, the object. */
    static String pointer(Error error) {
        String at = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                error.getProperty() == null ? at : at + "/" + escape(error.getProperty());
            default -> at;
        };
    }

    /** With the place in the value before it: {@code title: must be ...}. */
    static String message(Error error) {
        String at = error.getKeyword().equals("required")
                ? pointer(error) + "/" + escape(error.getProperty())
                : pointer(error);
        String subject = subject(at);
        String text = text(error);
        return subject.isEmpty() ? text : subject + ": " + text;
    }

    /** What is wrong, without the place. */
    static String text(Error error) {
        JsonNode value = error.getInstanceNode();
        String limit =
                error.getSchemaNode() == null ? "" : error.getSchemaNode().toString();
        return switch (error.getKeyword()) {
            case "required" -> "is required";
            case "additionalProperties", "unevaluatedProperties" -> "is not a property of the contract";
            case "type" -> "must be " + types(error.getSchemaNode()) + ", was " + kind(value);
            case "maxLength" -> "must be at most " + count(limit, "character") + ", was " + length(value);
            case "minLength" -> "must be at least " + count(limit, "character") + ", was " + length(value);
            case "pattern" -> "must match " + error.getSchemaNode().asText();
            case "format" -> "must be a valid " + error.getSchemaNode().asText();
            case "minimum" -> "must be at least " + limit;
            case "maximum" -> "must be at most " + limit;
            case "exclusiveMinimum" -> "must be greater than " + limit;
            case "exclusiveMaximum" -> "must be less than " + limit;
            case "enum" -> "must be one of " + limit;
            case "const" -> "must be " + limit;
            case "maxItems" -> "must have at most " + count(limit, "item") + ", had " + value.size();
            case "minItems" -> "must have at least " + count(limit, "item") + ", had " + value.size();
            case "maxProperties" -> "must have at most " + count(limit, "property") + ", had " + value.size();
            case "minProperties" -> "must have at least " + count(limit, "property") + ", had " + value.size();
            case "multipleOf" -> "must be a multiple of " + limit;
            default -> error.getMessage();
        };
    }

    /** A JSON pointer as a person writes it: {@code tasks[0].title}. */
    private static String subject(String pointer) {
        StringBuilder subject = new StringBuilder();
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            if (name.matches("\\d+")) {
                subject.append('[').append(name).append(']');
            } else {
                subject.append(subject.isEmpty() ? "" : ".").append(name);
            }
        }
        return subject.toString();
    }

    private static String count(String number, String noun) {
        String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number.equals("1") ? noun : many);
    }

    private static int length(JsonNode value) {
        return value.asText().codePointCount(0, value.asText().length());
    }

    private static String types(JsonNode type) {
        StringBuilder text = new StringBuilder();
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            text.append(text.isEmpty() ? "" : " or ").append(article(one.asText()));
        }
        return text.toString();
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number";
            default -> article(value.getNodeType().name().toLowerCase(Locale.ROOT));
        };
    }

    private static String article(String noun) {
        return noun.equals("null") ? noun : ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
