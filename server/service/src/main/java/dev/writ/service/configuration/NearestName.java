package dev.writ.service.configuration;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt name was meant to be. */
final class NearestName {
    private static final int LONG = "WRIT_".length() + 8;

    private NearestName() {}

    /** The known name with the fewest slips, if that is one, or two in a long name. */
    static Optional<String> of(String misspelt) {
        String upper = misspelt.toUpperCase(Locale.ROOT);
        return Settings.ALL.stream()
                .map(Setting::name)
                .filter(name -> distance(upper, name) <= (name.length() < LONG ? 1 : 2))
                .min(Comparator.comparingInt(name -> distance(upper, name)));
    }

    /** The letters that are missing, too many, wrong, or swapped with their neighbour (optimal string alignment). */
    static int distance(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, left, i, right, j);
            }
        }
        return edits[left.length()][right.length()];
    }

    private static int step(int[][] edits, String left, int i, String right, int j) {
        int changed = edits[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, 1 + edits[i - 2][j - 2]) : best;
    }
}
