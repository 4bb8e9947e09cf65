package dev.writ.engine.anydocument;

import java.util.List;
import java.util.Random;

/** Strings of a length, pattern or format. */
final class StringValues {
    static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    static final String TEXT = TOKEN + " .,;:/?#[]@!$&'()*+=%\"\\{}<>|^`~-_äé中😀";

    private final Random random;
    private final int[] alphabet;

    /**
     * @param alphabet what strings consist of that nothing is said about
     */
    StringValues(Random random, String alphabet) {
        this.random = random;
        this.alphabet = alphabet.codePoints().toArray();
    }

    String make(Constraints constraints) throws Unsatisfiable {
        int least = constraints.atLeast("minLength");
        int most = constraints.atMost("maxLength", Integer.MAX_VALUE);
        if (least > most || least > 100_000) {
            throw new Unsatisfiable("no string of " + least + " to " + most + " characters");
        }
        List<String> patterns = constraints.texts("pattern");
        for (String format : constraints.texts("format")) {
            List<String> known = FormatValues.valid(format, random);
            List<String> fitting = known.stream()
                    .filter(text -> fits(text, least, most, patterns))
                    .toList();
            if (!fitting.isEmpty()) {
                return fitting.get(random.nextInt(fitting.size()));
            }
            if (!known.isEmpty() && patterns.isEmpty()) {
                throw new Unsatisfiable("no " + format + " of " + least + " to " + most + " characters");
            }
        }
        if (!patterns.isEmpty()) {
            return matching(patterns, least, most);
        }
        int reach = random.nextInt(20) == 0 ? 60 : 10;
        int length = most <= least ? least : least + random.nextInt(Math.min(most - least, reach) + 1);
        if (random.nextInt(10) == 0 && most <= 300) {
            length = most;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private String matching(List<String> patterns, int least, int most) throws Unsatisfiable {
        for (int attempt = 0; attempt < 200; attempt++) {
            int length = Math.min(least + attempt % 12, most);
            String text = RegexStrings.of(patterns.get(attempt % patterns.size()), random, length);
            if (fits(text, least, most, patterns)) {
                return text;
            }
            String padded = text.repeat(text.isEmpty() ? 1 : least / text.length() + 1);
            if (fits(padded, least, most, patterns)) {
                return padded;
            }
        }
        throw new Unsatisfiable("no string for " + patterns);
    }

    private static boolean fits(String text, int least, int most, List<String> patterns) {
        int length = text.codePointCount(0, text.length());
        return length >= least
                && length <= most
                && patterns.stream().allMatch(pattern -> Constraints.find(pattern, text));
    }
}
