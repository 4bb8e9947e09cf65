package dev.writ.engine.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * The regular expressions of JSON Schema (ECMA-262), matched in linear time by RE2. What RE2 cannot take, such as
 * look-ahead and back-references, is refused.
 */
final class EcmaPattern {
    /** ECMA-262 counts these as white space, RE2 the ASCII ones only. */
    private static final String SPACE = "\\t\\n\\x{B}\\f\\r\\x{FEFF}\\p{Z}";

    private final Pattern pattern;

    private EcmaPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if it is no pattern, or none that can be matched in linear time */
    static EcmaPattern compile(String regex) {
        try {
            return new EcmaPattern(Pattern.compile(translate(regex)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the pattern '" + regex + "' is none that can be matched in linear time: " + e.getDescription(), e);
        }
    }

    /** True if it occurs anywhere in {@code text}: patterns of JSON Schema are not anchored. */
    boolean occursIn(String text) {
        return pattern.matcher(text).find();
    }

    private static String translate(String regex) {
        StringBuilder result = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                i = escape(regex, i + 1, inClass, result);
            } else {
                inClass = inClass ? c != ']' : c == '[';
                result.append(c);
            }
        }
        return result.toString();
    }

    private static int escape(String regex, int at, boolean inClass, StringBuilder result) {
        char c = regex.charAt(at);
        switch (c) {
            case 's' -> result.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'S' -> result.append(inClass ? "\\S" : "[^" + SPACE + "]");
            case 'u' -> {
                if (regex.length() >= at + 5 && regex.substring(at + 1, at + 5).matches("[0-9A-Fa-f]{4}")) {
                    result.append("\\x{").append(regex, at + 1, at + 5).append('}');
                    return at + 4;
                }
                result.append("\\u");
            }
            default -> result.append('\\').append(c);
        }
        return at;
    }
}
