package io.ambit.server.dashboard.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;

/**
 * An item on the board.
 *
 * @param epic title of what it belongs to, "" for none
 */
public record Card(Space space, Item item, String epic) {
    public String address() {
        return address(space, item.id().value());
    }

    /** Where an item is shown. */
    static String address(Space space, String id) {
        return Address.of("/backlog/item")
                .with("space", space.id())
                .with("id", id)
                .toString();
    }

    /** Why it cannot go on, "" where it can. */
    public String blocked() {
        return String.join("; ", item.blockedReasons());
    }
}
