package dev.writ.codegen;

import java.util.Locale;

/** The statuses that a response of the contract stands for: one, a hundred, or all. */
record StatusRange(String code, int first, int last) {
    static StatusRange of(String declared) {
        String code = declared.toUpperCase(Locale.ROOT);
        if (code.equals("DEFAULT")) {
            return new StatusRange(code, 200, 599);
        }
        if (code.matches("[1-5]XX")) {
            int first = (code.charAt(0) - '0') * 100;
            return new StatusRange(code, first, first + 99);
        }
        if (!code.matches("[1-5][0-9][0-9]")) {
            throw new IllegalArgumentException("Not a status: " + declared);
        }
        return new StatusRange(code, Integer.parseInt(code), Integer.parseInt(code));
    }

    boolean single() {
        return first == last;
    }
}
