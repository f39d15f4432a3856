package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layouts of one value's containers, each found once: a value is printed many times over until it fits. Not for
 * several threads.
 */
final class Layouts {
    /** A row with longer lists in it is no line to read. */
    private static final int MAX_ITEMS = 12;

    private final IdentityHashMap<Value, Layout> found = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Optional<Shape.Rec>> rows = new IdentityHashMap<>();

    Layout of(Value.Obj object) {
        Layout layout = found.get(object);
        if (layout == null) {
            layout = Layout.of(object);
            found.put(object, layout);
        }
        return layout;
    }

    Layout of(Value.Arr array) {
        Layout layout = found.get(array);
        if (layout == null) {
            layout = Layout.of(array);
            found.put(array, layout);
        }
        return layout;
    }

    /** The columns of an object by itself, as a row; null where it would not be one. */
    Shape.@Nullable Rec row(Value.Obj object) {
        if (!rows.containsKey(object)) {
            boolean fits = !object.cut() && mostItems(object) <= MAX_ITEMS && !Layout.holdsTools(object);
            Shape.Rec rec = fits ? Shape.of(List.of(object)) : null;
            rows.put(object, Optional.ofNullable(rec).filter(shape -> !shape.rest()));
        }
        return rows.get(object).orElse(null);
    }

    /** The number of items of the longest list in an object, or in one below it. */
    private static int mostItems(Value.Obj object) {
        int most = 0;
        for (Value.Field field : object.fields()) {
            int items = switch (field.value()) {
                case Value.Arr array -> array.items().size();
                case Value.Obj inner -> mostItems(inner);
                default -> 0;
            };
            most = Math.max(most, items);
        }
        return most;
    }
}
