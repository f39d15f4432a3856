package io.ambit.core.backlog;

import io.ambit.core.spi.BacklogStore.Snapshot;
import java.util.List;

/** Finds items by id, title, words and meaning. Thread-safe. */
public interface ItemSearch {

    /** The best items of a snapshot for a question, best first. */
    List<FoundItem> search(Snapshot snapshot, FindRequest request);
}
