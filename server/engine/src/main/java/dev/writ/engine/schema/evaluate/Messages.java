package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What is wrong, told to a person. */
final class Messages {
    private static final int MAX_LENGTH = 500;

    private Messages() {}

    static String type(List<String> types, JsonNode value) {
        StringBuilder text = new StringBuilder("must be ");
        for (int i = 0; i < types.size(); i++) {
            text.append(i == 0 ? "" : " or ").append(article(types.get(i)));
        }
        return text.append(", was ").append(kind(value)).toString();
    }

    /** {@code must be at most 200 characters, was 201}. */
    static String size(String verb, String bound, long limit, String noun, String was, long actual) {
        return "must " + verb + " " + bound + " " + count(limit, noun) + ", " + was + " " + actual;
    }

    /** Values of a schema may be of any size. */
    static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }

    static String list(Collection<String> names) {
        return String.join(", ", names);
    }

    static String article(String noun) {
        return noun.equals("null") ? noun : ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String count(long number, String noun) {
        String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : many);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case NUMBER -> Values.isInteger(value) ? "an integer" : "a number";
            case BINARY -> "a string";
            case POJO -> "octets";
            default -> article(value.getNodeType().name().toLowerCase(Locale.ROOT));
        };
    }
}
