package io.ambit.core.context.assembly;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Comes upon items by search: for the question that was asked, and for the words of the focal item. */
final class FoundItems {
    private static final int MOST = 40;
    private static final int MOST_CHARACTERS = 400;

    private final ItemSearch search;
    private final Snapshot snapshot;
    private final Pool pool;

    FoundItems(ItemSearch search, Snapshot snapshot, Pool pool) {
        this.search = search;
        this.snapshot = snapshot;
        this.pool = pool;
    }

    /** Items, best first, and how relevant each is: half by its score, half by its place. */
    record Hit(Item item, double relevance) {}

    /**
     * Searches.
     *
     * @param share of the weight that what a question finds has
     * @param known key of the item whose words are searched with, which finds itself; or ""
     */
    List<Hit> add(String text, double share, String known) {
        String asked = text.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<FoundItem> found = search
                .search(snapshot, FindRequest.of(asked.substring(0, Math.min(asked.length(), MOST_CHARACTERS)), MOST))
                .stream()
                .filter(one -> !one.item().id().key().equals(known))
                .toList();
        double best = found.stream().mapToDouble(FoundItem::score).max().orElse(0);
        List<Hit> hits = new ArrayList<>();
        for (int place = 0; place < found.size(); place++) {
            FoundItem one = found.get(place);
            double byScore = best > 0 ? Math.clamp(one.score() / best, 0, 1) : 0;
            double relevance = 0.6 * byScore + 0.4 / (1 + place / 5.0);
            pool.item(one.item(), Roles.MATCH, share, relevance);
            hits.add(new Hit(one.item(), relevance));
        }
        return hits;
    }
}
