package io.ambit.mcp.tool.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text, where a list of them is taken too and not offered: schemas with two types trouble some clients. */
record OneOrMoreForm(ListForm<String> list) implements Form<List<String>> {
    @Override
    public Map<String, Object> schema() {
        return list.item().schema();
    }

    @Override
    public String expected() {
        return list.expected();
    }

    @Override
    public Optional<List<String>> read(Object value, Place place) {
        // An address may hold a comma.
        return value instanceof String text && text.contains("://")
                ? list.item().read(text, place).map(List::of)
                : list.read(value, place);
    }
}
