package io.ambit.core.item;

import io.ambit.core.text.Value;
import java.util.List;

/**
 * An item that is to be created and has no id yet.
 *
 * @param fields front matter beside id, type, title and times, in this order
 */
public record NewItem(ItemType type, String title, String body, List<Value.Field> fields) {
    public NewItem {
        fields = List.copyOf(fields);
    }
}
