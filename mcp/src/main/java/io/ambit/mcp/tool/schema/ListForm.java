package io.ambit.mcp.tool.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list; one item alone is a list of one, and so is a list in quotes a list.
 *
 * @param separated whether an item alone may be several, with commas between them
 */
record ListForm<T>(Form<T> item, int maxItems, boolean separated) implements Form<List<T>> {
    private static final Pattern COMMA = Pattern.compile(",");

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", item.schema());
        return schema;
    }

    @Override
    public String expected() {
        return item instanceof ChoiceForm
                ? "a list, each " + item.expected()
                : item.expected() + " or list of " + plural();
    }

    private String plural() {
        return item.expected().replaceFirst("^an? ", "") + "s";
    }

    @Override
    public Optional<List<T>> read(Object value, Place place) {
        List<?> items = items(value);
        if (items.size() > maxItems) {
            return place.wrong("at most " + maxItems + " items", value);
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Object one = items.get(i);
            if (one instanceof String text && text.isBlank()) {
                continue;
            }
            Optional<T> fit = one == null ? Optional.empty() : item.read(one, at(place, i, one));
            if (fit.isEmpty()) {
                // What is wrong within an object was told where it stands.
                return one instanceof Map && isRecord()
                        ? Optional.empty()
                        : place.wrong(this, items.size() == 1 && !(value instanceof List) ? value : one);
            }
            read.add(fit.get());
        }
        return Optional.of(List.copyOf(read));
    }

    private Place at(Place place, int index, Object one) {
        return one instanceof Map && isRecord() ? place.item(index) : place.silent();
    }

    private boolean isRecord() {
        return item instanceof RecordForm;
    }

    private List<?> items(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof String text) {
            Optional<List<?>> quoted = QuotedJson.list(text);
            if (quoted.isPresent()) {
                return quoted.get();
            }
            if (separated) {
                return List.of(COMMA.split(text, -1)).stream()
                        .map(String::strip)
                        .toList();
            }
        }
        return List.of(value);
    }
}
