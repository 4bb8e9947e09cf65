package dev.writ.engine.schema.pattern;

import java.util.Optional;

/** Reads what follows a backslash (ECMA-262, section 22.2.1). */
final class Escapes {
    /** White space and line ends of ECMA-262, and all the rest, as they stand in a class. */
    private static final String SPACE =
            "\\t-\\r\\x{20}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";

    private static final String NO_SPACE =
            "\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}"
                    + "\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final Source source;
    private final Flavour flavour;
    private boolean backtracks;

    Escapes(Source source, Flavour flavour) {
        this.source = source;
        this.flavour = flavour;
    }

    /** Whether one was read that no engine matches in linear time, or that RE2 does not know. */
    boolean backtracks() {
        return backtracks;
    }

    /** Outside of a class, but for {@code \b} and {@code \B}. */
    String atom() {
        int c = source.peek();
        if (c >= '1' && c <= '9') {
            return backReference();
        }
        if (source.take("k")) {
            if (!source.take("<")) {
                throw source.fault("\\k is no escape");
            }
            String name = source.groupName();
            return reference(source.group(name), "the group '" + name + "' is missing");
        }
        Optional<String> set = set();
        return set.isPresent() ? "[" + set.get() + "]" : Source.literal(character(false));
    }

    private String backReference() {
        int number = 0;
        while (source.peek() >= '0' && source.peek() <= '9' && number < 1000) {
            number = number * 10 + source.next() - '0';
        }
        return reference(number <= source.groups() ? number : 0, "there is no group " + number);
    }

    private String reference(int number, String fault) {
        if (number == 0) {
            throw source.fault(fault);
        }
        backtracks = true;
        return "(?:\\" + number + ")";
    }

    /** Those that stand for a set of characters, as that stands in a class; empty, and nothing is read, if it is another. */
    Optional<String> set() {
        if (source.take("d")) {
            return Optional.of("0-9");
        }
        if (source.take("D")) {
            return Optional.of("\\x{0}-\\x{2F}\\x{3A}-\\x{10FFFF}");
        }
        if (source.take("w")) {
            return Optional.of("0-9A-Za-z_");
        }
        if (source.take("W")) {
            return Optional.of("\\x{0}-\\x{2F}\\x{3A}-\\x{40}\\x{5B}-\\x{5E}\\x{60}\\x{7B}-\\x{10FFFF}");
        }
        if (source.take("s")) {
            return Optional.of(SPACE);
        }
        if (source.take("S")) {
            return Optional.of(NO_SPACE);
        }
        boolean without = source.take("P{");
        return without || source.take("p{") ? Optional.of(property(without)) : Optional.empty();
    }

    private String property(boolean without) {
        String name = source.until('}');
        UnicodeProperties.Property property = UnicodeProperties.find(name, flavour)
                .orElseThrow(() -> source.fault("'" + name + "' is no property of Unicode"));
        backtracks |= property.backtracks();
        if (without && !property.text().startsWith("\\p")) {
            // A set within a set is for the JDK alone.
            backtracks = true;
            return "[^" + property.text() + "]";
        }
        return without ? "\\P" + property.text().substring(2) : property.text();
    }

    /** Those that stand for one character. */
    int character(boolean inClass) {
        int c = source.next();
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0B;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '0' -> nul();
            case 'c' -> control();
            case 'x' -> hex(2, 'x');
            case 'u' -> unicode();
            default -> itself(c, inClass);
        };
    }

    private int nul() {
        if (source.peek() >= '0' && source.peek() <= '9') {
            throw source.fault("an octal escape");
        }
        return 0;
    }

    private int control() {
        int letter = source.peek();
        if (letter >= 0x80 || !Character.isLetter(letter)) {
            throw source.fault("\\c needs a letter");
        }
        return source.next() % 32;
    }

    private int hex(int digits, char letter) {
        int value = source.hex(digits);
        if (value < 0) {
            throw source.fault("\\" + letter + " needs " + digits + " hexadecimal digits");
        }
        return value;
    }

    private int unicode() {
        if (source.take("{")) {
            String digits = source.until('}');
            if (!Source.isHex(digits)
                    || digits.length() > 6
                    || Integer.parseInt(digits, 16) > Character.MAX_CODE_POINT) {
                throw source.fault("\\u{" + digits + "} is no code point");
            }
            return Integer.parseInt(digits, 16);
        }
        int unit = hex(4, 'u');
        if (Character.isHighSurrogate((char) unit) && source.take("\\u")) {
            int low = hex(4, 'u');
            if (!Character.isLowSurrogate((char) low)) {
                throw source.fault("half a surrogate pair");
            }
            return Character.toCodePoint((char) unit, (char) low);
        }
        return unit;
    }

    private int itself(int c, boolean inClass) {
        boolean allowed = SYNTAX.indexOf(c) >= 0
                || (c == '-' && inClass)
                || (!source.isStrict() && !Character.isLetterOrDigit(c));
        if (!allowed) {
            throw source.fault("\\" + Character.toString(c) + " is no escape");
        }
        return c;
    }
}
