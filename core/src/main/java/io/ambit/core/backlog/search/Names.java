package io.ambit.core.backlog.search;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What items are called: ids, the numbers in them, titles and paths. Whoever asks for one by its name gets that one. */
final class Names {
    private final Map<String, Set<Integer>> byKey = new HashMap<>();
    private final Map<String, Set<Integer>> byNumber = new HashMap<>();
    private final Map<String, Set<Integer>> byTitle = new HashMap<>();
    private final Map<String, Set<Integer>> byName = new HashMap<>();
    private final Map<String, Set<Integer>> byPath = new HashMap<>();
    private int longestTitle;

    void add(int slot, Item item, List<String> title) {
        put(byKey, key(item.id().value()), slot);
        put(byNumber, number(item.id().value()), slot);
        put(byTitle, String.join(" ", title), slot);
        put(byName, named(title), slot);
        put(byPath, item.path(), slot);
        put(byPath, item.path().substring(item.path().lastIndexOf('/') + 1), slot);
        longestTitle = Math.max(longestTitle, title.size());
    }

    void remove(int slot, Item item, List<String> title) {
        take(byKey, key(item.id().value()), slot);
        take(byNumber, number(item.id().value()), slot);
        take(byTitle, String.join(" ", title), slot);
        take(byName, named(title), slot);
        take(byPath, item.path(), slot);
        take(byPath, item.path().substring(item.path().lastIndexOf('/') + 1), slot);
    }

    private static void put(Map<String, Set<Integer>> map, String name, int slot) {
        if (!name.isEmpty()) {
            map.computeIfAbsent(name, any -> new HashSet<>()).add(slot);
        }
    }

    private static void take(Map<String, Set<Integer>> map, String name, int slot) {
        Set<Integer> slots = map.getOrDefault(name, Set.of());
        if (slots.size() > 1) {
            slots.remove(slot);
        } else if (slots.contains(slot)) {
            map.remove(name);
        }
    }

    Set<Integer> byId(String written) {
        return byKey.getOrDefault(key(written), Set.of());
    }

    /** Items whose id ends in a number, leading zeros aside. */
    Set<Integer> byNumber(String digits) {
        return byNumber.getOrDefault(plain(digits), Set.of());
    }

    Set<Integer> byTitle(List<String> words) {
        return byTitle.getOrDefault(String.join(" ", words), Set.of());
    }

    /** Items whose title is that, the number before it aside: {@code 0116. Search} is also called Search. */
    Set<Integer> byName(List<String> words) {
        return byName.getOrDefault(named(words), Set.of());
    }

    /** Items whose file has that path below the folder, or that name. */
    Set<Integer> byPath(String path) {
        return byPath.getOrDefault(path, Set.of());
    }

    /** No title has more words. */
    int longestTitle() {
        return longestTitle;
    }

    private static String named(List<String> title) {
        int from = 0;
        if (title.size() > 2 && isKind(title.get(0)) && isNumber(title.get(1))) {
            from = 2;
        }
        while (from < title.size() - 1 && isNumber(title.get(from))) {
            from++;
        }
        return String.join(" ", title.subList(from, title.size()));
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static boolean isKind(String word) {
        return word.chars().allMatch(Character::isLetter) && word.length() <= 10;
    }

    private static String key(String written) {
        return ItemId.key(written).toLowerCase(Locale.ROOT);
    }

    private static String number(String id) {
        String key = ItemId.key(id);
        int dash = key.lastIndexOf('-');
        return dash > 0 && dash < key.length() - 1 && Character.isDigit(key.charAt(dash + 1))
                ? plain(key.substring(dash + 1))
                : "";
    }

    private static String plain(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1
                && digits.charAt(zeros) == '0'
                && Character.isDigit(digits.charAt(zeros + 1))) {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
