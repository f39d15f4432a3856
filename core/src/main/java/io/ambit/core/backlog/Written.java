package io.ambit.core.backlog;

import io.ambit.core.item.Item;
import java.util.List;

/**
 * An item that was created or changed.
 *
 * @param warnings what was done and yet looks wrong: done without evidence, a reference that leads nowhere, a secret that
 *     was left out
 */
public record Written(Item item, List<String> warnings) {
    public Written {
        warnings = List.copyOf(warnings);
    }
}
