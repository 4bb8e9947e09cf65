package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text may stand for. Numbers are written as in JSON. An integer has neither fraction nor exponent: {@code 1.0} is
 * one in JSON (JSON Schema 2020-12, section 4.2.3), but a text that names a thing should be the only one that does. Null is
 * written {@code null} or not at all.
 */
final class Primitives {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*+)");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonLimits limits;

    Primitives(JsonLimits limits) {
        this.limits = limits;
    }

    /** The values that {@code text} may be, in the order of {@code types}. */
    List<JsonNode> options(String text, List<JsonType> types) {
        if (types.size() == 1) {
            return parse(text, types.get(0), types).map(List::of).orElse(List.of());
        }
        List<JsonNode> options = new ArrayList<>();
        Set<JsonType> done = EnumSet.noneOf(JsonType.class);
        for (JsonType type : types) {
            // Integers and numbers are written alike.
            boolean again = (type == JsonType.INTEGER && done.contains(JsonType.NUMBER))
                    || (type == JsonType.NUMBER && done.contains(JsonType.INTEGER));
            if (done.add(type) && !again) {
                parse(text, type, types).ifPresent(options::add);
            }
        }
        return options;
    }

    private Optional<JsonNode> parse(String text, JsonType type, List<JsonType> types) {
        return switch (type) {
            case STRING -> Optional.of(NODES.textNode(text));
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(NODES.booleanNode(text.equals("true")))
                        : Optional.empty();
            case NULL -> text.isEmpty() || text.equals("null") ? Optional.of(NODES.nullNode()) : Optional.empty();
            case INTEGER, NUMBER -> number(text, types.contains(JsonType.NUMBER));
            case ARRAY, OBJECT -> Optional.empty();
        };
    }

    private Optional<JsonNode> number(String text, boolean fractions) {
        if (text.isEmpty() || text.length() > limits.numberLength()) {
            return Optional.empty();
        }
        if (INTEGER.matcher(text).matches()) {
            return Optional.of(integer(new BigInteger(text)));
        }
        Optional<BigDecimal> decimal =
                fractions && NUMBER.matcher(text).matches() ? Numbers.decimal(text, limits) : Optional.empty();
        return decimal.map(NODES::numberNode);
    }

    /** Why a text that is a number was not taken for one, although it might have been. */
    Optional<String> beyond(String text, List<JsonType> types) {
        boolean number = (types.contains(JsonType.NUMBER)
                        && NUMBER.matcher(text).matches())
                || (types.contains(JsonType.INTEGER) && INTEGER.matcher(text).matches());
        if (!number) {
            return Optional.empty();
        }
        return Optional.of(
                text.length() > limits.numberLength() ? Numbers.tooLong(limits) : Numbers.exponentBeyond(limits));
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < Integer.SIZE
                ? NODES.numberNode(value.intValue())
                : value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
