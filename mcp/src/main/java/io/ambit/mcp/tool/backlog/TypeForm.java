package io.ambit.mcp.tool.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.ItemType;
import io.ambit.mcp.tool.schema.Form;
import io.ambit.mcp.tool.schema.Place;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A type of items, those included that nobody here knows; a known one may be written in the plural. */
record TypeForm() implements Form<ItemType> {
    private static final Map<String, ItemType> PLURALS = Map.of(
            "tasks", ItemType.TASK,
            "epics", ItemType.EPIC,
            "folders", ItemType.FOLDER,
            "artifacts", ItemType.ARTIFACT,
            "milestones", ItemType.MILESTONE,
            "references", ItemType.REFERENCE,
            "adrs", ItemType.ADR,
            "memories", ItemType.MEMORY,
            "resources", ItemType.RESOURCE);

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String expected() {
        return "a type such as task or epic";
    }

    @Override
    public Optional<ItemType> read(Object value, Place place) {
        if (value instanceof String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            ItemType plural = PLURALS.get(word);
            try {
                return Optional.of(plural == null ? new ItemType(word) : plural);
            } catch (InvalidInputException e) {
                // told below, as for every other value that is none
            }
        }
        return place.wrong(this, value);
    }

    @Override
    public Object json(ItemType value) {
        return value.name();
    }
}
