package dev.writ.engine.schema.format;

/** {@code duration} (RFC 3339, appendix A): units in order, none left out between two. */
final class Durations {
    private Durations() {}

    static boolean isDuration(String text) {
        if (!text.startsWith("P")) {
            return false;
        }
        int time = text.indexOf('T');
        String date = text.substring(1, time < 0 ? text.length() : time);
        if (time < 0) {
            return isWeeks(date) || areUnits(date, "YMD");
        }
        return (date.isEmpty() || areUnits(date, "YMD")) && areUnits(text.substring(time + 1), "HMS");
    }

    private static boolean isWeeks(String text) {
        return areUnits(text, "W");
    }

    private static boolean areUnits(String text, String units) {
        int last = -1;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
                at++;
            }
            int unit = at == text.length() ? -1 : units.indexOf(text.charAt(at));
            if (at == start || unit < 0 || (last >= 0 && unit != last + 1)) {
                return false;
            }
            last = unit;
            at++;
        }
        return last >= 0;
    }
}
