package io.ambit.testkit;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.UsageStore;

class HeapUsageStoreTest extends UsageStoreContract {
    private int sessions;

    @Override
    protected UsageStore open() {
        return new HeapUsageStore();
    }

    @Override
    protected SessionId session(Space space) {
        return new SessionId("s-" + ++sessions);
    }
}
