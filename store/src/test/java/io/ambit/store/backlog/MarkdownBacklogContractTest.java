package io.ambit.store.backlog;

import io.ambit.core.spi.BacklogStore;
import io.ambit.testkit.BacklogStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class MarkdownBacklogContractTest extends BacklogStoreContract {
    @TempDir
    @Nullable Path folder;

    @Override
    protected BacklogStore openStore() {
        Path home = folder;
        if (home == null) {
            throw new IllegalStateException("no folder for the test");
        }
        return MarkdownBacklog.open(BacklogFolder.find(home.resolve("project"), home.resolve("home")));
    }
}
