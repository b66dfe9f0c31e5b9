package org.footlift.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many typing mistakes lie between two words. */
final class EditDistance {
    private EditDistance() {}

    /**
     * Fewest insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that make {@code b} of {@code a}.
     */
    static int between(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    /** The word nearest to {@code typed} whatever its case, or null when none is near enough to be meant. */
    static @Nullable String nearest(String typed, Collection<String> words) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            // Every step past the difference in length costs one: a far longer word is not worth a table.
            int distance = Math.abs(lower.length() - word.length()) > word.length()
                    ? Integer.MAX_VALUE
                    : between(lower, word);
            if (distance < least && distance <= Math.max(1, word.length() / 3)) {
                nearest = word;
                least = distance;
            }
        }
        return nearest;
    }
}
