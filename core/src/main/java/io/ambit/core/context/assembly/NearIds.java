package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import java.util.Comparator;
import java.util.List;

/** Says which ids there are that are written nearly like one that there is not. */
final class NearIds {
    private static final int MOST = 3;
    private static final int MOST_DISTANCE = 3;
    private static final int MOST_LENGTH = 60;

    private NearIds() {}

    static InvalidInputException unknown(String parameter, String written, BacklogView view) {
        String key = ItemId.key(written);
        String shown = Frame.plain(written, MOST_LENGTH);
        List<String> near = view.items().stream()
                .filter(item -> Math.abs(item.id().key().length() - key.length()) <= MOST_DISTANCE
                        && key.length() <= MOST_LENGTH
                        && distance(key, item.id().key()) <= MOST_DISTANCE)
                .sorted(Comparator.comparingInt(
                                (Item item) -> distance(key, item.id().key()))
                        .thenComparing(Item::id))
                .limit(MOST)
                .map(item -> item.id() + " \"" + Frame.plain(item.title(), MOST_LENGTH) + "\"")
                .toList();
        return new InvalidInputException(
                parameter + " '" + shown + "' is no item of this backlog, expected an id such as "
                        + (near.isEmpty() ? "backlog_list and backlog_search show" : String.join(", ", near)));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
