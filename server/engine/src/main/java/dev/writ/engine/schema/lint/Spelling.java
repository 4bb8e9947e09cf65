package dev.writ.engine.schema.lint;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which word was meant. */
final class Spelling {
    private static final int MIN_LENGTH = 4;
    private static final int MAX_LENGTH = 30;

    private Spelling() {}

    /** The word that is one or two letters away; empty if there is none, or the name is so short that this says nothing. */
    static Optional<String> nearest(String name, Collection<String> words) {
        if (name.length() < MIN_LENGTH || name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int most = name.length() < 8 ? 1 : 2;
        return words.stream()
                .filter(word -> Math.abs(word.length() - name.length()) <= most)
                .filter(word -> word.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                        || distance(word, name) <= most)
                .sorted()
                .findFirst();
    }

    /** Letters to add, remove, replace, or swap with the next. */
    private static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, table);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] table) {
        int replaced = table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
