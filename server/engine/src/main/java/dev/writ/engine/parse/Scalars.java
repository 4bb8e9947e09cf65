package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Plain scalars by the core schema of YAML 1.2 (section 10.3.2), and numbers within bounds. */
final class Scalars {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private Scalars() {}

    /** @throws NumberFormatException if it is a number that JSON cannot express, or one out of bounds */
    static JsonNode plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> mayBeNumber(text.charAt(0)) ? numberOrText(text) : NODES.textNode(text);
        };
    }

    private static boolean mayBeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static JsonNode numberOrText(String text) {
        if (INTEGER.matcher(text).matches()) {
            return integer(text, 10);
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(text.substring(2), 8);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(text.substring(2), 16);
        }
        if (NO_NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("'" + text + "' is no number that JSON can express");
        }
        return DECIMAL.matcher(text).matches() ? decimal(text) : NODES.textNode(text);
    }

    static JsonNode integer(String text, int radix) {
        if (text.length() > Limits.DIGITS) {
            throw new NumberFormatException("a number of more than " + Limits.DIGITS + " digits");
        }
        BigInteger value = new BigInteger(text, radix);
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    static JsonNode decimal(String text) {
        if (text.length() > Limits.DIGITS) {
            throw new NumberFormatException("a number of more than " + Limits.DIGITS + " digits");
        }
        BigDecimal value = exponentInBounds(text) ? new BigDecimal(text) : null;
        if (value == null || Math.abs(value.scale()) > Limits.DIGITS) {
            throw new NumberFormatException("a number with an exponent beyond " + Limits.DIGITS);
        }
        return NODES.numberNode(value);
    }

    private static boolean exponentInBounds(String text) {
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        return at < 0 || text.length() - at <= 8;
    }
}
