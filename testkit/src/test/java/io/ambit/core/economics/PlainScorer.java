package io.ambit.core.economics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The plain twin of {@link StepScorer} and {@link EvidenceReader}: the definitions, on joined texts, with no memory. */
final class PlainScorer {
    /** A recorded message. */
    record Said(boolean byTool, String text, List<String> arguments, String prose) {}

    private List<String> seen = List.of();
    private List<String> chargedSeen = List.of();
    private final Map<String, List<String>> extra = new HashMap<>();
    private int addedBefore;

    static StepEvidence evidence(List<Said> before, Said step) {
        String all = join(before, null);
        TreeSet<String> identifiers = new TreeSet<>();
        step.arguments().forEach(text -> identifiers.addAll(Identifiers.in(text)));
        identifiers.removeIf(word -> !all.contains(word));
        TreeSet<String> words = new TreeSet<>(ProseWords.in(step.prose()));
        words.removeIf(word ->
                !join(before, true).contains(word) || join(before, false).contains(word));
        return new StepEvidence(List.copyOf(identifiers), List.copyOf(words));
    }

    private static String join(List<Said> said, Boolean byTool) {
        return String.join(
                "\n",
                said.stream()
                        .filter(one -> byTool == null || one.byTool() == byTool)
                        .map(Said::text)
                        .toList());
    }

    static int tokens(String text) {
        return Math.max(1, text.codePointCount(0, text.length()) / 4) + 4;
    }

    StepScore next(StepEvidence evidence, List<String> raw, List<String> now, int added) {
        long[] size = size(seen, now, added);
        String whole = String.join("\n", now);
        List<String> lost = evidence.identifiers().stream()
                .filter(word -> !whole.contains(word))
                .toList();
        long lostWords =
                evidence.words().stream().filter(word -> !whole.contains(word)).count();

        List<String> longer = new ArrayList<>();
        List<String> have = new ArrayList<>();
        for (String text : now) {
            longer.add(text);
            longer.addAll(extra.getOrDefault(text, List.of()));
            have.addAll(extra.getOrDefault(text, List.of()));
        }
        long[] charged = size(chargedSeen, longer, added);
        double price = 0.1 * charged[1] + 1.25 * (charged[0] - charged[1]);
        List<String> blocks = new ArrayList<>();
        for (String word : lost) {
            if (have.stream().noneMatch(block -> block.contains(word))
                    && blocks.stream().noneMatch(block -> block.contains(word))) {
                String original = raw.reversed().stream()
                        .filter(text -> text.contains(word))
                        .findFirst()
                        .orElseThrow();
                int[] points = original.codePoints().toArray();
                int found = original.codePointCount(0, original.lastIndexOf(word));
                int at = Math.max(0, Math.min(found - 4000, points.length - 8000));
                blocks.add(new String(points, at, Math.min(8000, points.length - at)));
            }
        }
        if (!blocks.isEmpty()) {
            String block = String.join("\n", blocks);
            extra.computeIfAbsent(now.getLast(), key -> new ArrayList<>()).add(block);
            longer.add(block);
            price += 0.1 * charged[0] + 1.25 * tokens(block);
        }
        seen = now;
        chargedSeen = longer;
        addedBefore = added;
        return new StepScore(
                size[0],
                size[1],
                price,
                !evidence.identifiers().isEmpty(),
                lost,
                evidence.words().size(),
                (int) lostWords,
                !blocks.isEmpty());
    }

    private long[] size(List<String> before, List<String> now, int added) {
        int hit = 0;
        while (added == addedBefore
                && hit < Math.min(before.size(), now.size())
                && before.get(hit).equals(now.get(hit))) {
            hit++;
        }
        long total = now.stream().mapToLong(PlainScorer::tokens).sum() + added;
        long cached =
                now.subList(0, hit).stream().mapToLong(PlainScorer::tokens).sum();
        return new long[] {total, cached + (!seen.isEmpty() && added == addedBefore ? added : 0)};
    }
}
