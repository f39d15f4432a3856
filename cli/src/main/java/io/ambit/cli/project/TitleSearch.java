package io.ambit.cli.project;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.backlog.ItemSearch;
import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items by how many words of the question their titles hold. */
final class TitleSearch implements ItemSearch {

    @Override
    public List<FoundItem> search(Snapshot snapshot, FindRequest request) {
        List<FoundItem> found = new ArrayList<>();
        for (Item item : snapshot.items()) {
            Set<String> common = new HashSet<>(Words.of(item.title()));
            common.retainAll(Words.of(request.text()));
            if (!common.isEmpty()) {
                double score = common.size();
                found.add(new FoundItem(item, score, item.title(), Map.of("title", score)));
            }
        }
        found.sort(Comparator.comparingDouble(FoundItem::score).reversed());
        return found.subList(0, Math.min(found.size(), request.limit()));
    }
}
