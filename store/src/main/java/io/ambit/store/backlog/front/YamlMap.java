package io.ambit.store.backlog.front;

import io.ambit.core.text.Value;
import java.util.List;

/**
 * A mapping as it stands in a text.
 *
 * @param fields its keys and values, duplicates included
 * @param entries where each of them stands; of keys that are no scalars too
 * @param inBraces whether it is written {@code {a: 1}}
 */
record YamlMap(Value.Obj fields, List<Entry> entries, boolean inBraces) {
    YamlMap {
        entries = List.copyOf(entries);
    }

    /**
     * One entry, by character.
     *
     * @param valueStart first character of the value, its anchor and tag included
     * @param valueEnd after its last character that is no white space; at {@code valueStart} for an empty value
     * @param block whether the value is a list or mapping written over lines
     */
    record Entry(String key, int keyStart, int keyEnd, int valueStart, int valueEnd, boolean block) {}
}
