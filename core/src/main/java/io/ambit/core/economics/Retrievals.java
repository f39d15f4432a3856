package io.ambit.core.economics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model would have had to get back on its way through one trajectory. What came back stays in the context after
 * the message that it followed, for as long as that message does.
 */
final class Retrievals {
    /** Characters of an original that come back, around what was looked for. */
    private static final int MAX_CHARACTERS = 8000;

    private final Map<CountedText, List<CountedText>> after = new HashMap<>();

    /** The request with what came back earlier in its places. */
    List<CountedText> in(List<CountedText> request) {
        if (after.isEmpty()) {
            return request;
        }
        List<CountedText> all = new ArrayList<>();
        for (CountedText text : request) {
            all.add(text);
            all.addAll(after.getOrDefault(text, List.of()));
        }
        return all;
    }

    /** What stands in a request and came back earlier. */
    List<CountedText> broughtInto(List<CountedText> request) {
        List<CountedText> brought = new ArrayList<>();
        for (CountedText text : request) {
            brought.addAll(after.getOrDefault(text, List.of()));
        }
        return brought;
    }

    void add(CountedText last, CountedText back) {
        after.computeIfAbsent(last, key -> new ArrayList<>()).add(back);
    }

    /**
     * The originals that hold {@code lost}, each cut to what a retrieval brings, newest original first for each word.
     *
     * @param raw the messages before the step, unchanged
     * @param brought what came back earlier and is still there
     */
    static List<String> of(List<String> lost, List<CountedText> raw, List<CountedText> brought) {
        List<String> blocks = new ArrayList<>();
        for (String word : lost) {
            if (brought.stream().anyMatch(text -> text.holds(word))
                    || blocks.stream().anyMatch(block -> block.contains(word))) {
                continue;
            }
            for (int i = raw.size() - 1; i >= 0; i--) {
                if (raw.get(i).holds(word)) {
                    blocks.add(around(raw.get(i).text(), word));
                    break;
                }
            }
        }
        return blocks;
    }

    private static String around(String text, String word) {
        int length = text.codePointCount(0, text.length());
        if (length <= MAX_CHARACTERS) {
            return text;
        }
        int found = text.codePointCount(0, text.lastIndexOf(word));
        int start = Math.max(0, Math.min(found - MAX_CHARACTERS / 2, length - MAX_CHARACTERS));
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, MAX_CHARACTERS));
    }
}
