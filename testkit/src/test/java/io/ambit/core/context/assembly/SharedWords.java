package io.ambit.core.context.assembly;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A search that counts the words that question and item share: its scores are plain to see. */
final class SharedWords implements ItemSearch {
    @Override
    public List<FoundItem> search(Snapshot snapshot, FindRequest request) {
        Set<String> asked = Words.of(request.text());
        List<FoundItem> found = new ArrayList<>();
        for (Item item : snapshot.items()) {
            Set<String> words = Words.of(item.id() + " " + item.title() + " " + item.body());
            double shared = asked.stream().filter(words::contains).count() / Math.sqrt(20 + words.size());
            if (shared > 0) {
                found.add(new FoundItem(item, shared, item.title(), Map.of("words", shared)));
            }
        }
        found.sort(Comparator.comparingDouble((FoundItem one) -> -one.score())
                .thenComparing(one -> one.item().path()));
        return found.stream().limit(request.limit()).toList();
    }
}
