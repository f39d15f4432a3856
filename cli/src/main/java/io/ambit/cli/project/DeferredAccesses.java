package io.ambit.cli.project;

import io.ambit.core.item.ItemId;
import io.ambit.core.spi.ItemAccesses;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** When items were opened, in a database that is opened when that is first asked or said. */
record DeferredAccesses(Supplier<ItemAccesses> accesses) implements ItemAccesses {
    @Override
    public void opened(ItemId item, Instant at) {
        accesses.get().opened(item, at);
    }

    @Override
    public Map<String, Instant> all() {
        return accesses.get().all();
    }
}
