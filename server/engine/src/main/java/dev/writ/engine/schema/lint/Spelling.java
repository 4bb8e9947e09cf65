package dev.writ.engine.schema.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which name was meant. */
public final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;

    private Spelling() {}

    /** The nearest of the known names, if one is near enough to be meant. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> isNear(name, other))
                .min(Comparator.comparingInt((String other) -> distance(lower(name), lower(other)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String name, String known) {
        if (name.equalsIgnoreCase(known) || (known.equals("$" + name) && known.length() >= SHORTEST)) {
            return true;
        }
        int shortest = Math.min(name.length(), known.length());
        return shortest >= SHORTEST
                && name.length() <= LONGEST
                && distance(lower(name), lower(known)) <= (shortest > 6 ? 2 : 1);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** By Damerau and Levenshtein: letters that are missing, too many, wrong, or in the wrong order. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
