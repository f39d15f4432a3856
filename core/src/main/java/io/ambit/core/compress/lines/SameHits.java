package io.ambit.core.compress.lines;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hits of a search in one file, {@code 12:text} or {@code Line 12: text}: those of the same text become one line that
 * names all their numbers, {@code Line 12, 40, 77: text}. A view of a file, whose numbers follow each other, stays.
 */
final class SameHits {
    private static final int MIN_HITS = 4;
    private static final int MIN_TEXT = 20;
    private static final int MAX_DIGITS = 7;

    private SameHits() {}

    static String of(String text) {
        String[] lines = text.split("\n", -1);
        int[] ends = new int[lines.length];
        int hits = 0;
        int steps = 0;
        int repeats = 0;
        long last = -1;
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            ends[i] = numberEnd(lines[i]);
            if (ends[i] < 0) {
                continue;
            }
            long number = number(lines[i], ends[i]);
            if (number <= last) {
                return text;
            }
            steps += number == last + 1 ? 1 : 0;
            last = number;
            hits++;
            String said = lines[i].substring(ends[i]);
            if (said.strip().length() >= MIN_TEXT && first.putIfAbsent(said, i) != null) {
                repeats++;
            }
        }
        return hits < MIN_HITS || repeats == 0 || steps * 2 > hits ? text : merged(lines, ends, first);
    }

    private static String merged(String[] lines, int[] ends, Map<String, Integer> first) {
        Map<Integer, StringBuilder> more = new HashMap<>();
        boolean[] gone = new boolean[lines.length];
        for (int i = 0; i < lines.length; i++) {
            Integer at = ends[i] < 0 ? null : first.get(lines[i].substring(ends[i]));
            if (at != null && at < i) {
                more.computeIfAbsent(at, k -> new StringBuilder()).append(", ").append(number(lines[i], ends[i]));
                gone[i] = true;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (!gone[i]) {
                append(out, i > 0, lines[i], ends[i], more.get(i));
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, boolean next, String line, int end, @Nullable StringBuilder numbers) {
        if (next) {
            out.append('\n');
        }
        if (numbers == null) {
            out.append(line);
        } else {
            out.append(line, 0, end).append(numbers).append(line, end, line.length());
        }
    }

    /** Where the number ends that a hit begins with, before its colon; -1 where the line is none. */
    private static int numberEnd(String line) {
        int start = line.startsWith("Line ") ? 5 : 0;
        int i = start;
        while (i < line.length() && i - start < MAX_DIGITS && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return i > start && i < line.length() && line.charAt(i) == ':' ? i : -1;
    }

    private static long number(String line, int end) {
        return Long.parseLong(line.substring(line.startsWith("Line ") ? 5 : 0, end));
    }
}
