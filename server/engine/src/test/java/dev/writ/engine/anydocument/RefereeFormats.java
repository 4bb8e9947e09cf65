package dev.writ.engine.anydocument;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats that the referee knows, and those of the OpenAPI format registry and of addresses besides. */
final class RefereeFormats implements EvaluatorFactory {
    private static final Set<String> OWN = Set.of("date", "date-time", "uuid", "uri", "regex", "json-pointer");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Map<String, Predicate<String>> TEXTS = Map.of(
            "ipv4", matching(OCTET + "(\\." + OCTET + "){3}"),
            "ipv6", matching("(?i)(?=.*:)[0-9a-f:]{2,39}").and(text -> groups(text)),
            "hostname", matching(LABEL + "(\\." + LABEL + ")*").and(text -> text.length() <= 253),
            "email", matching("[^\\s@\"]+@" + LABEL + "(\\." + LABEL + ")*"),
            "byte", RefereeFormats::isBase64);
    private static final Map<String, Predicate<BigDecimal>> NUMBERS = Map.of("int32", within(31), "int64", within(63));

    private final EvaluatorFactory referees = new FormatEvaluatorFactory(OWN);

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (!keyword.equals("format") || !value.isString()) {
            return Optional.empty();
        }
        String format = value.asString();
        if (TEXTS.containsKey(format)) {
            return Optional.of(
                    (at, node) -> result(!node.isString() || TEXTS.get(format).test(node.asString())));
        }
        if (NUMBERS.containsKey(format)) {
            return Optional.of(
                    (at, node) -> result(!node.isNumber() || NUMBERS.get(format).test(node.asNumber())));
        }
        return referees.create(context, keyword, value);
    }

    private static Evaluator.Result result(boolean valid) {
        return valid ? Evaluator.Result.success() : Evaluator.Result.failure("not of this format");
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    /** At most eight groups of at most four digits, exactly eight unless one pair of colons stands for the rest. */
    private static boolean groups(String text) {
        int gap = text.indexOf("::");
        if (text.contains(":::") || gap != text.lastIndexOf("::")) {
            return false;
        }
        String[] groups = text.split(":", -1);
        for (String group : groups) {
            if (group.length() > 4 || (group.isEmpty() && gap < 0)) {
                return false;
            }
        }
        return gap >= 0 ? groups.length <= 9 : groups.length == 8;
    }

    private static Predicate<BigDecimal> within(int bits) {
        BigInteger limit = BigInteger.ONE.shiftLeft(bits);
        return value -> value.stripTrailingZeros().scale() <= 0
                && value.compareTo(new BigDecimal(limit)) < 0
                && value.compareTo(new BigDecimal(limit.negate())) >= 0;
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length * 4 <= text.length() * 3 && text.length() % 4 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
