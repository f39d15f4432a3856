package io.ambit.mcp.tool.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code {"set": [...]}}, or {@code {"add": [...], "remove": [...]}}; a list alone is what the list is set to. */
final class ListChangeForm<T> implements Form<ListChange<T>> {
    private final Form<List<T>> list;
    private final Parameter<List<T>> set;
    private final Parameter<List<T>> add;
    private final Parameter<List<T>> remove;
    private final Form<Arguments> members;

    ListChangeForm(Form<List<T>> list) {
        this.list = list;
        this.set = Parameter.optional("set", list, "");
        this.add = Parameter.optional("add", list, "");
        this.remove = Parameter.optional("remove", list, "");
        this.members = Forms.record(Parameters.of(set, add, remove));
    }

    @Override
    public Map<String, Object> schema() {
        return members.schema();
    }

    @Override
    public String expected() {
        return "a list, or an object with set, add or remove";
    }

    @Override
    public Optional<ListChange<T>> read(Object value, Place place) {
        if (ObjectForm.members(value) == null) {
            Optional<List<T>> replacement = list.read(value, place.silent());
            return replacement.isPresent()
                    ? Optional.of(new ListChange<>(replacement.get(), List.of(), List.of()))
                    : place.wrong(this, value);
        }
        Optional<Arguments> read = members.read(value, place);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Arguments given = read.get();
        List<T> added = given.find(add).orElse(List.of());
        List<T> removed = given.find(remove).orElse(List.of());
        boolean both = given.has(set) && !(added.isEmpty() && removed.isEmpty());
        return both || !(given.has(set) || given.has(add) || given.has(remove))
                ? place.wrong(both ? "set, or add and remove" : expected(), both ? "both" : value)
                : Optional.of(new ListChange<>(given.orNull(set), added, removed));
    }
}
