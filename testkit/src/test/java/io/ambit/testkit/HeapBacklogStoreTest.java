package io.ambit.testkit;

import io.ambit.core.spi.BacklogStore;

class HeapBacklogStoreTest extends BacklogStoreContract {
    @Override
    protected BacklogStore openStore() {
        return new HeapBacklogStore();
    }
}
