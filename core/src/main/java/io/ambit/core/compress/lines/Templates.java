package io.ambit.core.compress.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups lines that one statement of a program printed: as many words, the same first one, and half of the others alike,
 * words with digits standing for any other. After Drain (He et al., "Drain: an online log parsing approach with fixed
 * depth tree", 2017), with a bound on the groups that a line is compared with.
 */
final class Templates {
    private static final int MAX_COMPARED = 8;
    private static final int MAX_WORDS = 40;
    private static final int ANY = 0;
    private static final double ALIKE = 0.6;

    private final int[] groups;
    private final List<int[]> words = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();

    private Templates(int size) {
        groups = new int[size];
    }

    static Templates of(Lines lines) {
        Templates templates = new Templates(lines.size());
        Map<Long, List<Integer>> candidates = new HashMap<>();
        int[] hashes = new int[MAX_WORDS];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                templates.groups[i] = -1;
                continue;
            }
            int count = hash(lines.get(i), Likeness.stampEnd(lines.get(i)), hashes);
            long key = ((long) count << 32) | (hashes[0] & 0xffffffffL);
            templates.groups[i] =
                    templates.join(candidates.computeIfAbsent(key, k -> new ArrayList<>()), hashes, count);
            templates.counts.get(templates.groups[i])[0]++;
        }
        return templates;
    }

    /** The group of a line, -1 for a blank one. */
    int group(int line) {
        return groups[line];
    }

    int count(int line) {
        return groups[line] < 0 ? 0 : counts.get(groups[line])[0];
    }

    private int join(List<Integer> candidates, int[] hashes, int count) {
        for (int group : candidates) {
            int[] other = words.get(group);
            int same = 0;
            for (int w = 0; w < count; w++) {
                same += other[w] == hashes[w] ? 1 : 0;
            }
            if (same >= count * ALIKE) {
                for (int w = 0; w < count; w++) {
                    other[w] = other[w] == hashes[w] ? other[w] : ANY;
                }
                return group;
            }
        }
        int group = words.size();
        words.add(Arrays.copyOf(hashes, count));
        counts.add(new int[1]);
        if (candidates.size() < MAX_COMPARED) {
            candidates.add(group);
        }
        return group;
    }

    /** The hashes of a line's words; a word with a digit is any word. */
    private static int hash(String line, int from, int[] hashes) {
        int count = 0;
        int i = from;
        while (i < line.length() && count < MAX_WORDS) {
            while (i < line.length() && line.charAt(i) <= ' ') {
                i++;
            }
            if (i == line.length()) {
                break;
            }
            int hash = 17;
            boolean digit = false;
            for (; i < line.length() && line.charAt(i) > ' '; i++) {
                char c = line.charAt(i);
                digit |= c >= '0' && c <= '9';
                hash = hash * 31 + c;
            }
            hashes[count++] = digit ? ANY : hash | 1;
        }
        return count;
    }
}
