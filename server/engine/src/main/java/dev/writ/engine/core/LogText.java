package dev.writ.engine.core;

/** Text that a client chose, for the log: it can neither begin a line nor colour a terminal, and does not go on for long. */
final class LogText {
    private static final int MAX_LENGTH = 200;

    private LogText() {}

    static String of(String text) {
        String start = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
        return start.chars().allMatch(LogText::isHarmless)
                ? start
                : start.codePoints()
                        .map(c -> isHarmless(c) ? c : '?')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHarmless(int c) {
        return c < 0x80 ? c >= ' ' && c != 0x7F : Character.isLetterOrDigit(c);
    }
}
