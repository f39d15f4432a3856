package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.spi.ToolPatternStore;
import io.ambit.testkit.ToolPatternStoreContract;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteToolPatternStoreTest extends ToolPatternStoreContract {
    @TempDir
    Path folder;

    private @Nullable Database database;

    private Database database() {
        if (database == null) {
            database = new Database(Schema.CURRENT.prepare(folder));
        }
        return database;
    }

    @Override
    protected ToolPatternStore open() {
        return SqliteToolPatternStore.on(database().shared());
    }

    @AfterEach
    void closeAll() {
        database().close();
    }

    @Test
    void patterns_oneDamaged_restIsRead() {
        store.keep(SPACE, List.of(pattern("tp-1", 1L), pattern("tp-2", 2L)));
        database().write(sql -> sql.run("UPDATE tool_patterns SET bytes = x'7b' WHERE id = 'tp-1'"));

        assertThat(store.patterns(SPACE)).containsExactly(pattern("tp-2", 2L));
    }

    @Test
    void open_again_knowsWhatWasKept() {
        store.keep(SPACE, List.of(pattern("tp-1", 1L)));

        try (SqliteStores stores = SqliteStores.open(folder)) {
            assertThat(stores.patterns().patterns(SPACE)).containsExactly(pattern("tp-1", 1L));
        }
    }
}
