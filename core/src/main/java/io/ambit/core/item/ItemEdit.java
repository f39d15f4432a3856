package io.ambit.core.item;

import io.ambit.core.text.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in an item; all else of its file stays as it is, byte for byte.
 *
 * @param body the new text, or null to leave it
 * @param fields what becomes of keys of the front matter, the title included
 */
public record ItemEdit(@Nullable String body, Map<String, Change> fields) {
    public ItemEdit {
        fields = Map.copyOf(fields);
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
