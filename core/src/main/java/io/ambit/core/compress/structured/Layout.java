package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which a container is printed; chosen by all of it, whatever part of it there is room for. */
sealed interface Layout {
    /** Texts of several lines that are longer than that are read better as lines than in a cell. */
    int MAX_CELL_LINES = 120;

    int SAMPLE = 3;

    /** By name, one line each, or item by item. */
    record Plain() implements Layout {}

    record Tools(Catalogue catalogue) implements Layout {}

    record Rows(Shape.Rec rec, List<Value.Obj> rows) implements Layout {}

    /** Lists of like objects in a list. */
    record Groups(Shape.Rec rec) implements Layout {}

    record Keyed(Shape.Keyed shape) implements Layout {}

    static Layout of(Value.Obj object) {
        Shape.Keyed keyed = Shape.ofKeyed(object);
        return keyed == null || !isTabular(object) ? new Plain() : new Keyed(keyed);
    }

    static Layout of(Value.Arr array) {
        List<Value.Obj> rows = objects(array.items());
        if (rows == null) {
            return groups(array);
        }
        Catalogue catalogue = Catalogue.of(rows);
        if (catalogue != null) {
            return new Tools(catalogue);
        }
        Shape.Rec rec =
                isTabular(array) && rows.stream().limit(SAMPLE).noneMatch(Layout::holdsTools) ? Shape.of(rows) : null;
        return rec == null ? new Plain() : new Rows(rec, rows);
    }

    /** Whether a field is a list of tools: these stand on lines of their own. */
    static boolean holdsTools(Value.Obj object) {
        for (Value.Field field : object.fields()) {
            List<Value.Obj> items = field.value() instanceof Value.Arr array ? objects(array.items()) : null;
            if (items != null && Catalogue.of(items) != null) {
                return true;
            }
        }
        return false;
    }

    private static Layout groups(Value.Arr array) {
        List<Value.Obj> rows = new ArrayList<>();
        for (Value item : array.items()) {
            List<Value.Obj> group = item instanceof Value.Arr inner && !inner.cut() ? objects(inner.items()) : null;
            if (group == null) {
                return new Plain();
            }
            rows.addAll(group);
        }
        Shape.Rec rec = rows.isEmpty() || !isTabular(array) ? null : Shape.of(rows);
        return rec == null ? new Plain() : new Groups(rec);
    }

    /** The items, or null where they are not all objects. */
    static @Nullable List<Value.Obj> objects(List<Value> items) {
        List<Value.Obj> objects = new ArrayList<>(items.size());
        for (Value item : items) {
            if (!(item instanceof Value.Obj object)) {
                return null;
            }
            objects.add(object);
        }
        return objects.isEmpty() ? null : objects;
    }

    /** Whether rows of one line each read well: not where half of it is text of several lines. */
    private static boolean isTabular(Value container) {
        long[] sizes = new long[2];
        measure(container, sizes);
        return sizes[0] * 2 <= sizes[1];
    }

    private static void measure(Value value, long[] sizes) {
        switch (value) {
            case Value.Str text -> {
                int length = text.text().length();
                sizes[1] += length;
                sizes[0] += length > MAX_CELL_LINES && text.text().indexOf('\n') >= 0 ? length : 0;
            }
            case Value.Arr array -> array.items().forEach(item -> measure(item, sizes));
            case Value.Obj object -> object.fields().forEach(field -> measure(field.value(), sizes));
            default -> sizes[1] += 4;
        }
    }
}
