package io.ambit.bench.backlog;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Many items, each made of the title of one and some lines of another of those that there are. */
public final class GeneratedItems {
    private static final int MOST_LINES = 40;

    private GeneratedItems() {}

    /** A snapshot of {@code count} of them; the same for the same items. */
    public static Snapshot of(Snapshot snapshot, int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<List<String>> lines = snapshot.items().stream()
                .map(item -> Arrays.asList(item.body().split("\n", -1)))
                .toList();
        List<Item> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Item named = snapshot.items().get(random.nextInt(lines.size()));
            List<String> from = lines.get(random.nextInt(lines.size()));
            int first = random.nextInt(from.size());
            int last = Math.min(from.size(), first + 1 + random.nextInt(MOST_LINES));
            String body = String.join("\n", from.subList(first, last));
            String id = "TASK-%05d".formatted(i);
            items.add(new Item(
                    new ItemId(id),
                    ItemType.TASK,
                    named.title() + " " + i,
                    "tasks/" + id + ".md",
                    FrontMatter.NONE,
                    body,
                    Hash.of(id + body),
                    Instant.EPOCH));
        }
        return new Snapshot(snapshot.version() + 1, items);
    }
}
