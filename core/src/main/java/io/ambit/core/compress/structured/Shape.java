package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What like values have in common, so that it needs to be said once: the columns of a table, at any depth. */
sealed interface Shape {
    int MAX_DEPTH = 6;
    int MAX_COLUMNS = 80;
    /** A nested object with more fields than that is read better with its names. */
    int MAX_NESTED_COLUMNS = 12;
    /** A field that fewer rows have is named where it occurs. */
    double MIN_PRESENCE = 0.35;

    /** Printed as it is. */
    record Leaf() implements Shape {}

    /** An object; {@code rest} where rows have fields beyond the columns. */
    record Rec(List<Column> columns, boolean rest) implements Shape {}

    /** A list of like objects. */
    record Rows(Rec row) implements Shape {}

    /** Like objects under names that are data; {@code keyed} unless a column says the name too. */
    record Keyed(Rec row, boolean keyed) implements Shape {}

    record Column(String name, Shape shape) {}

    /** The columns of {@code rows}, or null where they have too little in common. */
    static @Nullable Rec of(List<Value.Obj> rows) {
        return of(rows, 0);
    }

    private static @Nullable Rec of(List<Value.Obj> rows, int depth) {
        Map<String, List<Value>> byName = new LinkedHashMap<>();
        int cells = 0;
        for (Value.Obj row : rows) {
            Set<String> names = new HashSet<>();
            for (Value.Field field : row.fields()) {
                if (!names.add(field.name())) {
                    return null;
                }
                if (!field.value().isEmpty()) {
                    byName.computeIfAbsent(field.name(), name -> new ArrayList<>())
                            .add(field.value());
                    cells++;
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        int inColumns = 0;
        for (Map.Entry<String, List<Value>> entry : byName.entrySet()) {
            List<Value> values = entry.getValue();
            if (rows.size() < 3 || values.size() >= rows.size() * MIN_PRESENCE) {
                columns.add(new Column(entry.getKey(), shapeOf(values, depth + 1)));
                inColumns += values.size();
            }
        }
        boolean sparse = inColumns < rows.size() * (double) columns.size() * 0.5 || inColumns < cells * 0.5;
        return columns.isEmpty() || columns.size() > MAX_COLUMNS || sparse
                ? null
                : new Rec(columns, columns.size() < byName.size());
    }

    private static Shape shapeOf(List<Value> values, int depth) {
        if (depth > MAX_DEPTH) {
            return new Leaf();
        }
        List<Value.Obj> objects = new ArrayList<>();
        boolean lists = false;
        for (Value value : values) {
            if (value instanceof Value.Obj object && !lists) {
                objects.add(object);
            } else if (value instanceof Value.Arr array && (lists || objects.isEmpty())) {
                lists = true;
                for (Value item : array.items()) {
                    if (!(item instanceof Value.Obj object)) {
                        return new Leaf();
                    }
                    objects.add(object);
                }
            } else {
                return new Leaf();
            }
        }
        if (objects.isEmpty()) {
            return new Leaf();
        }
        if (!lists && isKeyed(objects)) {
            return keyed(objects, depth);
        }
        Rec rec = of(objects, depth);
        if (rec == null || rec.rest || rec.columns.size() > MAX_NESTED_COLUMNS) {
            return new Leaf();
        }
        return lists ? new Rows(rec) : rec;
    }

    /** Whether the names in these objects are data rather than words: ids, or what a field of the value says too. */
    private static boolean isKeyed(List<Value.Obj> objects) {
        int fields = 0;
        int telling = 0;
        for (Value.Obj object : objects) {
            for (Value.Field field : object.fields()) {
                if (!(field.value() instanceof Value.Obj inner)) {
                    return false;
                }
                fields++;
                telling +=
                        saysItself(field.name(), inner) || field.name().chars().anyMatch(Character::isDigit) ? 1 : 0;
            }
        }
        return fields > 0 && telling * 2 > fields;
    }

    private static Shape keyed(List<Value.Obj> objects, int depth) {
        List<Value.Obj> inner = new ArrayList<>();
        boolean said = true;
        for (Value.Obj object : objects) {
            for (Value.Field field : object.fields()) {
                if (field.value() instanceof Value.Obj row) {
                    inner.add(row);
                    said &= saysItself(field.name(), row);
                }
            }
        }
        Rec rec = of(inner, depth);
        return rec == null || rec.rest ? new Leaf() : new Keyed(rec, !said);
    }

    private static boolean saysItself(String name, Value.Obj inner) {
        return inner.fields().stream()
                .anyMatch(field ->
                        field.value() instanceof Value.Str text && text.text().equals(name));
    }

    /** The shape of like objects under three or more names, or null where an object is none such. */
    static @Nullable Keyed ofKeyed(Value.Obj object) {
        List<Value.Obj> rows = new ArrayList<>();
        for (Value.Field field : object.fields()) {
            if (!(field.value() instanceof Value.Obj row) || row.isEmpty()) {
                return null;
            }
            rows.add(row);
        }
        if (rows.isEmpty() || (rows.size() < 3 && !isKeyed(List.of(object)))) {
            return null;
        }
        return keyed(List.of(object), 0) instanceof Keyed keyed ? keyed : null;
    }
}
