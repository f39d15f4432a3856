package io.ambit.core.context.assembly;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Reference;
import io.ambit.core.text.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an item says: the front matter that is content, then its text. */
final class ItemText {
    private static final Set<String> SAID_ELSEWHERE = Set.of(
            FrontMatter.ID,
            FrontMatter.TYPE,
            FrontMatter.TITLE,
            FrontMatter.STATUS,
            FrontMatter.PARENT,
            FrontMatter.CREATED,
            FrontMatter.UPDATED,
            FrontMatter.REFERENCES,
            "epic_id",
            "date");

    private ItemText() {}

    static String of(Item item) {
        StringBuilder out = new StringBuilder(item.body().length() + 200);
        for (Value.Field field : item.front().fields().fields()) {
            if (!SAID_ELSEWHERE.contains(field.name())) {
                List<String> texts = item.front().texts(field.name());
                if (!texts.isEmpty()) {
                    out.append(field.name().replace('_', ' '))
                            .append(": ")
                            .append(String.join("; ", texts))
                            .append('\n');
                }
            }
        }
        List<Reference> references = item.references();
        if (!references.isEmpty()) {
            out.append("references: ")
                    .append(references.stream()
                            .map(one -> one.title().isEmpty() ? one.url() : one.url() + " (" + one.title() + ")")
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        }
        return out.append(item.body().strip()).toString().strip();
    }

    /** Type and status, and what it belongs to. */
    static String state(Item item) {
        StringBuilder out = new StringBuilder(
                item.type().equals(ItemType.RESOURCE) ? "file" : item.type().name());
        if (!item.status().isBlank()) {
            out.append(", ").append(item.status());
        }
        item.parent().ifPresent(parent -> out.append(", of ").append(parent));
        return out.toString();
    }
}
