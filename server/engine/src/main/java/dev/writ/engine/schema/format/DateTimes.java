package dev.writ.engine.schema.format;

/** {@code date}, {@code time} and {@code date-time} (RFC 3339, section 5.6). */
final class DateTimes {
    private static final int MINUTES = 24 * 60;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateTimes() {}

    static boolean isDate(String text) {
        return text.length() == 10 && isDate(text, 0);
    }

    static boolean isTime(String text) {
        return isTime(text, 0);
    }

    static boolean isDateTime(String text) {
        return text.length() > 11
                && isDate(text, 0)
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && isTime(text, 11);
    }

    private static boolean isDate(String text, int at) {
        boolean shaped = Ascii.areDigits(text, at, 4)
                && text.charAt(at + 4) == '-'
                && Ascii.areDigits(text, at + 5, 2)
                && text.charAt(at + 7) == '-'
                && Ascii.areDigits(text, at + 8, 2);
        if (!shaped) {
            return false;
        }
        int year = Ascii.two(text, at) * 100 + Ascii.two(text, at + 2);
        int month = Ascii.two(text, at + 5);
        int day = Ascii.two(text, at + 8);
        return month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
    }

    private static int days(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static boolean isTime(String text, int at) {
        boolean shaped = Ascii.areDigits(text, at, 2)
                && text.startsWith(":", at + 2)
                && Ascii.areDigits(text, at + 3, 2)
                && text.startsWith(":", at + 5)
                && Ascii.areDigits(text, at + 6, 2);
        if (!shaped) {
            return false;
        }
        int hour = Ascii.two(text, at);
        int minute = Ascii.two(text, at + 3);
        int second = Ascii.two(text, at + 6);
        int end = fractionEnd(text, at + 8);
        if (hour > 23 || minute > 59 || second > 60 || end < 0 || !isOffset(text, end)) {
            return false;
        }
        // A leap second is the last one of a day in UTC.
        return second < 60 || Math.floorMod(hour * 60 + minute - offset(text, end), MINUTES) == MINUTES - 1;
    }

    /** Where the fraction that may begin there ends; -1 if it has no digits. */
    private static int fractionEnd(String text, int at) {
        if (!text.startsWith(".", at)) {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        return end == at + 1 ? -1 : end;
    }

    private static boolean isOffset(String text, int at) {
        int length = text.length() - at;
        if (length == 1) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z';
        }
        return length == 6
                && (text.charAt(at) == '+' || text.charAt(at) == '-')
                && Ascii.areDigits(text, at + 1, 2)
                && text.charAt(at + 3) == ':'
                && Ascii.areDigits(text, at + 4, 2)
                && Ascii.two(text, at + 1) <= 23
                && Ascii.two(text, at + 4) <= 59;
    }

    /** In minutes. */
    private static int offset(String text, int at) {
        if (text.length() - at == 1) {
            return 0;
        }
        int minutes = Ascii.two(text, at + 1) * 60 + Ascii.two(text, at + 4);
        return text.charAt(at) == '-' ? -minutes : minutes;
    }
}
