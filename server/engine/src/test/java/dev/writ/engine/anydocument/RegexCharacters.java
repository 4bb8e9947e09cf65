package dev.writ.engine.anydocument;

/** Characters of the classes of regular expressions, some of each. */
final class RegexCharacters {
    static final String PRINTABLE =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-.:,;!?@#$%&*+=/()[]{}<>|~^'\"\\`";
    static final String WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    static final String DIGITS = "0123456789";

    private RegexCharacters() {}

    /** Of a Unicode property. */
    static String ofProperty(String name) {
        return switch (name) {
            case "Lu", "Uppercase" -> "ABCXYZ";
            case "N", "Nd", "Number" -> DIGITS;
            case "P", "Punctuation" -> "!?.-";
            case "S", "Symbol", "Sc" -> "$";
            case "Z", "Zs" -> " ";
            default -> "abcxyz";
        };
    }

    static String without(String members) {
        StringBuilder others = new StringBuilder();
        PRINTABLE.chars().filter(c -> members.indexOf(c) < 0).forEach(c -> others.append((char) c));
        return others.length() == 0 ? "\u00e9\u4e2d" : others.toString();
    }
}
