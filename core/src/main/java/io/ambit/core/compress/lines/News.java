package io.ambit.core.compress.lines;

import io.ambit.core.compress.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lines bring that the reader does not have: identifiers ({@code economics.Identifiers}) that neither the context nor
 * an earlier line of the text shows, and words of what was asked for.
 */
final class News {
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 200;
    /** A line of more identifiers than this is a table of them; the worth of a line has an end. */
    private static final int MAX_COUNTED = 12;

    private static final int FEW = 5;

    private final Shown shown;
    private final AskedWords asked;
    private final Set<String> seen = new HashSet<>();

    News(Shown shown, AskedWords asked) {
        this.shown = shown;
        this.asked = asked;
    }

    /** Multiplies each line's worth by what it brings. Lines without a rank alone: the others are chosen by their rank. */
    void weigh(Judgement judgement) {
        Lines lines = judgement.lines();
        Map<Integer, List<Integer>> freshOfMany = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                judgement.worth(i, 0f);
                continue;
            }
            String line = lines.get(i);
            int fresh = fresh(line, lines.bodyStart(i));
            if (fresh > 0 && judgement.worth(i) == 0f && judgement.group(i) >= 0) {
                freshOfMany
                        .computeIfAbsent(judgement.group(i), k -> new ArrayList<>())
                        .add(i);
            }
            judgement.worth(i, judgement.worth(i) * (1f + fresh));
            int asks = asked.isEmpty() ? -1 : asksAt(line, lines.bodyStart(i));
            if (asks >= 0) {
                judgement.worth(i, judgement.worth(i) * 2f + 1f);
                judgement.focus(i, asks);
            }
        }
        // Of very many lines of one kind the few that bring something are worth showing; where all do, none stands out.
        freshOfMany.values().stream()
                .filter(few -> few.size() <= FEW)
                .forEach(few -> few.forEach(i -> judgement.worth(i, 1f)));
    }

    private int fresh(String line, int from) {
        int count = 0;
        int n = line.length();
        for (int i = from; i < n && count < MAX_COUNTED; ) {
            if (!isPart(line.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && isPart(line.charAt(end))) {
                end++;
            }
            if (end - i >= MIN_LENGTH && end - i <= MAX_LENGTH && isNew(line, i, end)) {
                count++;
            }
            i = end;
        }
        return count;
    }

    private boolean isNew(String line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isEdge(line.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(line.charAt(end - 1))) {
            end--;
        }
        if (end - start < MIN_LENGTH || !isTelling(line, start, end)) {
            return false;
        }
        String identifier = line.substring(start, end);
        return seen.add(identifier) && !shown.holds(identifier);
    }

    private static boolean isTelling(String line, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (!capital && c != '#' && !(c >= 'a' && c <= 'z')) {
                return true;
            }
            if (capital && i > start && line.charAt(i - 1) >= 'a' && line.charAt(i - 1) <= 'z') {
                return true;
            }
        }
        return false;
    }

    /** Where a word of what was asked for stands in a line, or -1. */
    private int asksAt(String line, int from) {
        for (int i = from; i < line.length(); ) {
            int end = i;
            while (end < line.length() && AskedWords.isWord(line.charAt(end))) {
                end++;
            }
            if (end - i >= 4 && end - i <= 80 && asked.holds(line, i, end)) {
                return i;
            }
            i = end + 1;
        }
        return -1;
    }

    private static boolean isPart(char c) {
        return AskedWords.isWord(c) || c == '.' || c == '/' || c == '#' || c == '-';
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '/' || c == '-';
    }
}
