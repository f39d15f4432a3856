package io.ambit.server.dashboard.memory;

import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A record in full.
 *
 * @param links from and to it, oldest first
 * @param linked the records at their other ends
 */
public record RecordView(MemoryRecord record, List<Link> links, Map<RecordId, MemoryRecord> linked) implements View {

    /** A field of the content. */
    public record Field(String name, String text, List<String> entries) {}

    public RecordView {
        links = List.copyOf(links);
        linked = Map.copyOf(linked);
    }

    static String address(Space space, RecordId id) {
        return Address.of("/memory").step(space.id()).step(id.value()).toString();
    }

    public String address(RecordId id) {
        return address(space(), id);
    }

    @Override
    public String template() {
        return "record.jte";
    }

    @Override
    public String title() {
        return record.id() + ": " + record.content().title();
    }

    @Override
    public Tab tab() {
        return Tab.MEMORY;
    }

    @Override
    public Space space() {
        return record.space();
    }

    @Override
    public boolean needsSpace() {
        return true;
    }

    public boolean isArchived() {
        return record.state() == MemoryRecord.State.ARCHIVED;
    }

    /** The session that it was taken from, as an address; "" where there is none. */
    public String session() {
        String name = record.provenance().session();
        return name == null
                ? ""
                : Address.of("/sessions").step(space().id()).step(name).toString();
    }

    /** What the record says, field by field, in the order of its JSON form. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        ContentJson.tree(record.content()).forEach((name, value) -> add(fields, name, value));
        return fields;
    }

    private static void add(List<Field> fields, String name, Object value) {
        switch (value) {
            case List<?> list ->
                fields.add(
                        new Field(name, "", list.stream().map(RecordView::words).toList()));
            case Map<?, ?> map -> map.forEach((key, inner) -> add(fields, name + " " + key, String.valueOf(inner)));
            default -> fields.add(new Field(name, String.valueOf(value), List.of()));
        }
    }

    private static String words(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        StringBuilder out = new StringBuilder();
        map.forEach((key, inner) ->
                out.append(out.isEmpty() ? "" : "; ").append(key).append(": ").append(inner));
        return out.toString();
    }
}
