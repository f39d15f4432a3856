package io.ambit.cli;

import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.store.SqliteStores;
import io.ambit.store.index.LuceneIndex;
import java.nio.file.Path;
import java.time.Clock;

/** Memory of a folder, put together as an embedding program would: by words alone, without a model. */
final class WholeMemory implements AutoCloseable {
    final SqliteStores stores;
    final LuceneIndex index;
    final Memory memory;

    WholeMemory(Path folder) {
        stores = SqliteStores.open(folder);
        index = LuceneIndex.open(
                folder.resolve("index"), stores.memory(), null, stores.memory().vectors());
        memory = new Memory(
                stores.memory(),
                stores.memory(),
                index,
                stores.journal(),
                new BpeTokenCounter(),
                ReadableSpaces.NONE,
                CareSettings.DEFAULT,
                Clock.systemUTC(),
                space -> {});
    }

    @Override
    public void close() {
        index.close();
        stores.close();
    }
}
