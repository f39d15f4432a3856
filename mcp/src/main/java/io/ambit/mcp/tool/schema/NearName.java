package io.ambit.mcp.tool.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody may have meant. */
public final class NearName {
    private static final int MAX_LENGTH = 60;

    private NearName() {}

    /**
     * The name nearest to what was written: equal but for its spelling, a part of it, or few letters away (Levenshtein);
     * empty where none is near.
     */
    public static Optional<String> of(String written, Collection<String> names) {
        String plain = plain(written.substring(0, Math.min(written.length(), MAX_LENGTH)));
        return names.stream()
                .filter(name -> distance(plain, plain(name)) <= allowed(plain(name)))
                .min(Comparator.comparingInt((String name) -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int allowed(String name) {
        return Math.max(1, name.length() / 3);
    }

    private static int distance(String a, String b) {
        if (a.length() > 2 && b.length() > 2 && (a.startsWith(b) || b.startsWith(a))) {
            return a.equals(b) ? 0 : 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
