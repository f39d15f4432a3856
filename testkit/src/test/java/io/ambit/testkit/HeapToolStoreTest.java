package io.ambit.testkit;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;

class HeapToolStoreTest extends ToolStoreContract {
    private int sessions;

    @Override
    protected ToolStore open() {
        return new HeapToolStore();
    }

    @Override
    protected SessionId session(Space space) {
        return new SessionId("s-" + ++sessions);
    }
}
