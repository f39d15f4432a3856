package io.ambit.server.dashboard.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An original beside what was forwarded in its place, line by line. A line of the shorter text is taken for the next
 * equal line of the original; what lies between was left out. It takes time linear in both.
 *
 * @param original runs of lines, each kept or left out
 * @param forwarded runs of lines, each from the original or put there
 */
public record Comparison(List<Run> original, List<Run> forwarded) {
    /** Lines under each other that are alike in being changed or not. */
    public record Run(String text, boolean changed) {}

    public Comparison {
        original = List.copyOf(original);
        forwarded = List.copyOf(forwarded);
    }

    /** The same on both sides. */
    static Comparison same(String text) {
        List<Run> one = List.of(new Run(text, false));
        return new Comparison(one, one);
    }

    static Comparison of(String original, String shown) {
        String[] before = original.split("\n", -1);
        String[] after = shown.split("\n", -1);
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.length; i++) {
            places.computeIfAbsent(before[i], line -> new ArrayDeque<>()).add(i);
        }
        boolean[] kept = new boolean[before.length];
        boolean[] put = new boolean[after.length];
        int at = -1;
        for (int i = 0; i < after.length; i++) {
            Deque<Integer> left = places.getOrDefault(after[i], new ArrayDeque<>());
            while (!left.isEmpty() && left.peekFirst() <= at) {
                left.removeFirst();
            }
            if (left.isEmpty()) {
                put[i] = true;
            } else {
                at = left.removeFirst();
                kept[at] = true;
            }
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] = !kept[i];
        }
        return new Comparison(runs(before, kept), runs(after, put));
    }

    private static List<Run> runs(String[] lines, boolean[] changed) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            text.append(lines[i]);
            if (i + 1 < lines.length) {
                text.append('\n');
            }
            if (i + 1 == lines.length || changed[i + 1] != changed[i]) {
                runs.add(new Run(text.toString(), changed[i]));
                text.setLength(0);
            }
        }
        return runs;
    }
}
