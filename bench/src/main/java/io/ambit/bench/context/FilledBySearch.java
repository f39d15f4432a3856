package io.ambit.bench.context;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.backlog.FoundItem;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.SearchRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plain twin of an assembled context: the focal item, then what search finds, best first and whole, for as long as
 * the budget lasts; what does not fit is passed over for the next. Every fourth place is that of a memory.
 */
final class FilledBySearch {
    private static final int MOST_CHARACTERS = 400;
    private static final int MOST_FOUND = 100;
    private static final int ITEMS_FOR_ONE_MEMORY = 3;

    private final ProjectContext project;

    FilledBySearch(ProjectContext project) {
        this.project = project;
    }

    /** Keys of what is in it. */
    Set<String> keys(ContextCase wanted, int maxTokens) {
        Map<String, String> texts = new LinkedHashMap<>();
        String asked = wanted.subject();
        if (wanted.mode() != ContextCase.Mode.QUERY) {
            Item focus = project.backlog().get(wanted.subject());
            texts.put(focus.id().key(), text(focus));
            asked = focus.title() + " " + focus.body();
        }
        String question = asked.substring(0, Math.min(asked.length(), MOST_CHARACTERS));
        List<FoundItem> items = project.backlog().search(FindRequest.of(question, MOST_FOUND));
        List<MemoryIndex.Found> memories =
                project.memory().index().search(project.space(), SearchRequest.of(question, MOST_FOUND));
        int nextMemory = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i).item();
            texts.putIfAbsent(item.id().key(), text(item));
            if (i % ITEMS_FOR_ONE_MEMORY == ITEMS_FOR_ONE_MEMORY - 1 && nextMemory < memories.size()) {
                put(texts, memories.get(nextMemory++));
            }
        }
        return fitting(texts, maxTokens);
    }

    private void put(Map<String, String> texts, MemoryIndex.Found found) {
        project.memory()
                .store()
                .find(project.space(), found.id())
                .ifPresent(record -> texts.put(ItemId.key(record.id().value()), text(record)));
    }

    private Set<String> fitting(Map<String, String> texts, int maxTokens) {
        Set<String> keys = new HashSet<>();
        int room = maxTokens;
        for (Map.Entry<String, String> one : texts.entrySet()) {
            int cost = project.memory().tokens().count(one.getValue());
            if (cost <= room) {
                room -= cost;
                keys.add(one.getKey());
            }
        }
        return keys;
    }

    private static String text(Item item) {
        return item.id() + " " + item.title() + "\n" + item.body() + "\n\n";
    }

    private static String text(MemoryRecord record) {
        return QuotedRecord.of(record);
    }
}
