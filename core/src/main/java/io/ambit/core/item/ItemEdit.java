package io.ambit.core.item;

import io.ambit.core.text.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in an item; all else of its file stays as it is, byte for byte.
 *
 * @param body what becomes of the text, or null to leave it
 * @param fields what becomes of keys of the front matter, the title included
 */
public record ItemEdit(@Nullable BodyEdit body, Map<String, Change> fields) {
    public ItemEdit {
        fields = Map.copyOf(fields);
    }

    /** An edit of the front matter alone. */
    public static ItemEdit of(Map<String, Change> fields) {
        return new ItemEdit(null, fields);
    }

    /** An edit of the text alone. */
    public static ItemEdit of(BodyEdit body) {
        return new ItemEdit(body, Map.of());
    }

    /** What becomes of one key. */
    public sealed interface Change {
        /** The value is this one from now on. */
        record Set(Value value) implements Change {}

        /** These are added to a list, each that is not in it yet. */
        record Add(List<Value> values) implements Change {}

        /** These are taken out of a list. */
        record Remove(List<Value> values) implements Change {}

        /** The key goes. */
        record Clear() implements Change {}
    }
}
