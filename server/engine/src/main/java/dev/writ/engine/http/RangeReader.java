package dev.writ.engine.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Range}; see {@link ByteRanges#parse}. */
final class RangeReader {
    /** Each costs a piece of its own; a player or a reader of archives asks for a few. */
    private static final int MAX_RANGES = 16;

    private static final Pattern UNIT = Pattern.compile("(?i)bytes=(.*)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("[ \\t]*([0-9]*)-([0-9]*)[ \\t]*");

    private RangeReader() {}

    static ByteRanges read(String field, long length) {
        Matcher unit = UNIT.matcher(field);
        if (!unit.matches() || length == 0) {
            return new ByteRanges.Ignored();
        }
        String[] texts = unit.group(1).split(",", MAX_RANGES + 1);
        List<ByteRanges.Range> ranges = new ArrayList<>();
        long bytes = 0;
        for (String text : texts) {
            Matcher matcher = RANGE.matcher(text);
            if (texts.length > MAX_RANGES || !matcher.matches() || !isOne(matcher.group(1), matcher.group(2))) {
                return new ByteRanges.Ignored();
            }
            ByteRanges.Range range = range(matcher.group(1), matcher.group(2), length);
            if (range.first() <= range.last()) {
                ranges.add(range);
                bytes += range.length();
            }
        }
        if (ranges.isEmpty()) {
            return new ByteRanges.Unsatisfiable();
        }
        return bytes > length ? new ByteRanges.Ignored() : new ByteRanges.Satisfiable(ranges);
    }

    private static boolean isOne(String first, String last) {
        return first.isEmpty() ? !last.isEmpty() : last.isEmpty() || number(first) <= number(last);
    }

    /** Within the content; from a greater to a smaller byte if there is nothing of it. */
    private static ByteRanges.Range range(String first, String last, long length) {
        if (first.isEmpty()) {
            long count = Math.min(number(last), length);
            return new ByteRanges.Range(length - count, length - 1);
        }
        long end = last.isEmpty() ? length - 1 : Math.min(number(last), length - 1);
        return new ByteRanges.Range(number(first), end);
    }

    /** Beyond what any file has it does not matter how much. */
    private static long number(String digits) {
        String plain = digits.replaceFirst("^0+(?=[0-9])", "");
        return plain.length() > 18 ? Long.MAX_VALUE : Long.parseLong(plain);
    }
}
