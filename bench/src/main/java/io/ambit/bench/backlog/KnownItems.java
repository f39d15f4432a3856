package io.ambit.bench.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Questions for items that are known, made from what the items say: a check of a ranking that needs no judgements and
 * works on any folder. They tell whether an item is found again, not whether what is found is about the matter.
 */
final class KnownItems {
    /** Shorter sentences stand in many texts. */
    private static final int SHORTEST_SENTENCE = 8;

    private static final int LONGEST_SENTENCE = 25;
    private static final int SHORTEST_TITLE = 4;
    private static final int SHORTEST_HEADING = 3;

    /** A question and the item it was made from. */
    record Known(String kind, String text, ItemId item) {}

    private final SplittableRandom random;
    private final List<Known> made = new ArrayList<>();

    private KnownItems(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The same questions for the same items and the same seed. */
    static List<Known> of(List<Item> items, long seed) {
        KnownItems known = new KnownItems(seed);
        items.forEach(known::ask);
        return known.made;
    }

    private void ask(Item item) {
        List<String> title = words(item.title());
        if (title.size() >= SHORTEST_TITLE) {
            add("title-part", item, half(title));
            add("title-slips", item, slipped(title));
        }
        List<String> sentences = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        String[] lines = item.body().split("\n", -1);
        for (String line : lines) {
            if (line.startsWith("#")) {
                headings.add(line);
            } else {
                sentences.addAll(List.of(line.split("[.!?] ", -1)));
            }
        }
        List<List<String>> usable = sentences.subList(sentences.size() / 3, sentences.size()).stream()
                .map(KnownItems::words)
                .filter(words -> words.size() >= SHORTEST_SENTENCE && words.size() <= LONGEST_SENTENCE)
                .toList();
        if (!usable.isEmpty()) {
            List<String> sentence = usable.get(random.nextInt(usable.size()));
            add("sentence", item, sentence);
            add("sentence-part", item, half(sentence));
        }
        List<List<String>> named = headings.stream()
                .map(KnownItems::words)
                .filter(words -> words.size() >= SHORTEST_HEADING)
                .toList();
        if (!named.isEmpty()) {
            List<String> heading = new ArrayList<>(named.get(random.nextInt(named.size())));
            heading.addAll(title.subList(0, Math.min(2, title.size())));
            add("heading", item, heading);
        }
    }

    private void add(String kind, Item item, List<String> words) {
        if (!words.isEmpty()) {
            made.add(new Known(kind, String.join(" ", words), item.id()));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{Nd}-]+", -1)) {
            // Numbers would give the item away.
            if (word.chars().anyMatch(Character::isLetter)) {
                words.add(word);
            }
        }
        return words;
    }

    private List<String> half(List<String> words) {
        List<String> left = new ArrayList<>(words);
        while (left.size() > Math.max(2, (words.size() + 1) / 2)) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    private List<String> slipped(List<String> words) {
        List<String> slipped = half(words);
        for (int i = 0; i < slipped.size(); i++) {
            String word = slipped.get(i);
            if (word.length() > 4) {
                int at = 1 + random.nextInt(word.length() - 2);
                slipped.set(
                        i,
                        switch (random.nextInt(3)) {
                            case 0 -> word.substring(0, at) + word.substring(at + 1);
                            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
                            default ->
                                word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
                        });
            }
        }
        return slipped;
    }
}
