package dev.writ.engine.schema.pattern;

import java.util.ArrayList;
import java.util.List;

/** The text of a pattern, and how far it has been read. */
final class Source {
    private static final int MAX_BOUND_DIGITS = 9;

    private final String regex;
    private final boolean strict;
    private final List<String> groups;
    private int at;

    Source(String regex, boolean strict) {
        this.regex = regex;
        this.strict = strict;
        this.groups = groupsOf(regex);
    }

    boolean isStrict() {
        return strict;
    }

    boolean atEnd() {
        return at >= regex.length();
    }

    /** The next code point; -1 at the end. */
    int peek() {
        return atEnd() ? -1 : regex.codePointAt(at);
    }

    int next() {
        if (atEnd()) {
            throw fault("it ends too early");
        }
        int c = regex.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    /** Reads that text, if it is what stands here. */
    boolean take(String text) {
        boolean is = regex.startsWith(text, at);
        at += is ? text.length() : 0;
        return is;
    }

    /** Reads up to and over {@code end}. */
    String until(char end) {
        int close = regex.indexOf(end, at);
        if (close < 0) {
            throw fault("a " + end + " is missing");
        }
        String text = regex.substring(at, close);
        at = close + 1;
        return text;
    }

    /** Reads that many hexadecimal digits; -1, and nothing is read, if they are not there. */
    int hex(int digits) {
        if (at + digits > regex.length() || !isHex(regex.substring(at, at + digits))) {
            return -1;
        }
        at += digits;
        return Integer.parseInt(regex.substring(at - digits, at), 16);
    }

    static boolean isHex(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    /** The bounds of a repetition after its opening brace, with both braces; empty, and nothing is read, if it is none. */
    String bounds() {
        int close = regex.indexOf('}', at);
        String inner = close < 0 ? "" : regex.substring(at, close);
        int comma = inner.indexOf(',');
        String low = comma < 0 ? inner : inner.substring(0, comma);
        String high = comma < 0 ? low : inner.substring(comma + 1);
        if (!isBound(low) || (!isBound(high) && !high.isEmpty())) {
            return "";
        }
        if (!high.isEmpty() && Integer.parseInt(high) < Integer.parseInt(low)) {
            throw fault("the bounds of {" + inner + "} are out of order");
        }
        at = close + 1;
        return "{" + inner + "}";
    }

    private static boolean isBound(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_BOUND_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Reads the name of a group and its closing bracket. */
    String groupName() {
        String name = until('>');
        if (!isName(name)) {
            throw fault("'" + name + "' is no name of a group");
        }
        return name;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    }

    /** The number of the group of that name; 0 if there is none. */
    int group(String name) {
        return groups.indexOf(name) + 1;
    }

    int groups() {
        return groups.size();
    }

    PatternException fault(String reason) {
        return new PatternException(regex, reason);
    }

    /** A character that means itself wherever it stands. */
    static String literal(int c) {
        boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
        return plain ? Character.toString(c) : "\\x{" + Integer.toHexString(c) + "}";
    }

    /** The names of the groups that capture, in order; empty for those that have none. */
    private static List<String> groupsOf(String regex) {
        List<String> names = new ArrayList<>();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '(' && !inClass) {
                boolean named = regex.startsWith("?<", i + 1)
                        && !regex.startsWith("?<=", i + 1)
                        && !regex.startsWith("?<!", i + 1);
                if (named) {
                    names.add(regex.substring(i + 3, Math.max(i + 3, regex.indexOf('>', i))));
                } else if (!regex.startsWith("?", i + 1)) {
                    names.add("");
                }
            }
        }
        return names;
    }
}
