package io.ambit.core.backlog.search;

import io.ambit.core.backlog.FindRequest;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.retrieval.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which items a question is about at all. */
final class ItemFilter {
    private final FindRequest request;
    private final List<List<String>> statuses;
    private final Set<String> tags;

    ItemFilter(FindRequest request) {
        this.request = request;
        statuses = request.statuses().stream().map(ItemFilter::words).toList();
        tags = request.tags().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    boolean accepts(Item item) {
        return (request.types().isEmpty() || request.types().contains(item.type()))
                && (statuses.isEmpty() || hasStatus(item))
                && (tags.isEmpty() || hasTags(item))
                && belongs(item);
    }

    /** Files say more than a word: {@code Accepted - implemented} is accepted all the same. */
    private boolean hasStatus(Item item) {
        List<String> words = words(item.status());
        return statuses.stream()
                .anyMatch(wanted -> wanted.isEmpty()
                        ? words.isEmpty()
                        : words.size() >= wanted.size()
                                && words.subList(0, wanted.size()).equals(wanted));
    }

    private boolean hasTags(Item item) {
        return item.tags().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet())
                .containsAll(tags);
    }

    private boolean belongs(Item item) {
        String parent = request.parent();
        return parent == null
                || item.parent().map(id -> id.key().equals(ItemId.key(parent))).orElse(false);
    }

    private static List<String> words(String status) {
        return Tokens.of(status);
    }
}
