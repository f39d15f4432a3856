package io.ambit.mcp.tool.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What is taken out of a list of front matter and added to it. A reference is known by its address, with whichever title
 * it stands there.
 */
record ListEdit(String key, List<Value> add, List<Value> remove) {

    Change in(Item item) {
        List<Value> kept = new ArrayList<>();
        switch (item.front().fields().get(key)) {
            case null -> {}
            case Value.Arr list -> kept.addAll(list.items());
            case Value single -> kept.add(single);
        }
        kept.removeIf(value -> holds(remove, value));
        add.stream().filter(value -> !holds(kept, value)).forEach(kept::add);
        return new Change.Set(new Value.Arr(kept, false));
    }

    private static boolean holds(List<Value> values, Value wanted) {
        return values.stream().anyMatch(value -> address(value).equals(address(wanted)));
    }

    private static Value address(Value value) {
        return value.get("url") instanceof Value.Str url ? url : value;
    }
}
