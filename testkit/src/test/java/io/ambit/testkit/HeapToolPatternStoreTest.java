package io.ambit.testkit;

import io.ambit.core.spi.ToolPatternStore;

class HeapToolPatternStoreTest extends ToolPatternStoreContract {
    @Override
    protected ToolPatternStore open() {
        return new HeapToolPatternStore();
    }
}
