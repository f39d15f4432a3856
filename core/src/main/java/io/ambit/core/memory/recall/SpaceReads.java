package io.ambit.core.memory.recall;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.RetriableException;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads records by id for one space and believes nobody: what comes back is of that space and was asked for. A record
 * that cannot be read is set aside, and the others are read. Each record is read once.
 */
public final class SpaceReads {
    private final MemoryStore store;
    private final Space space;
    private final Map<RecordId, Optional<MemoryRecord>> read = new HashMap<>();
    private final Map<RecordId, SetAside> setAside = new LinkedHashMap<>();

    public SpaceReads(MemoryStore store, Space space) {
        this.store = store;
        this.space = space;
    }

    /** The records that can be read, by id, in the order of the ids. */
    public Map<RecordId, MemoryRecord> of(Collection<RecordId> ids) {
        List<RecordId> unread =
                ids.stream().distinct().filter(id -> !read.containsKey(id)).toList();
        if (!unread.isEmpty()) {
            fetch(unread);
        }
        Map<RecordId, MemoryRecord> found = new LinkedHashMap<>();
        for (RecordId id : ids) {
            read.getOrDefault(id, Optional.empty()).ifPresent(record -> found.put(id, record));
        }
        return found;
    }

    /** What could not be used so far. */
    public List<SetAside> setAside() {
        return List.copyOf(setAside.values());
    }

    private void fetch(List<RecordId> ids) {
        for (RecordId id : ids) {
            read.put(id, Optional.empty());
        }
        List<MemoryRecord> records;
        try {
            records = store.find(space, ids);
        } catch (RetriableException e) {
            throw e;
        } catch (AmbitException | IllegalArgumentException e) {
            records = oneByOne(ids);
        }
        for (MemoryRecord record : records) {
            if (!record.space().equals(space)) {
                setAside.put(record.id(), new SetAside(record.id(), "is a record of another space"));
            } else if (record.state() != MemoryRecord.State.FORGOTTEN) {
                read.put(record.id(), Optional.of(record));
            }
        }
        for (RecordId id : ids) {
            boolean missing = read.getOrDefault(id, Optional.empty()).isEmpty() && !setAside.containsKey(id);
            // What was forgotten a moment ago may still be in the index: that is no fault.
            if (missing && !store.isForgotten(space, id)) {
                setAside.put(id, new SetAside(id, "cannot be read"));
            }
        }
    }

    private List<MemoryRecord> oneByOne(List<RecordId> ids) {
        List<MemoryRecord> records = new ArrayList<>();
        for (RecordId id : ids) {
            try {
                store.find(space, id).ifPresent(records::add);
            } catch (RetriableException e) {
                throw e;
            } catch (AmbitException | IllegalArgumentException e) {
                setAside.put(
                        id, new SetAside(id, "cannot be read: " + SafeText.line(String.valueOf(e.getMessage()), 200)));
            }
        }
        return records;
    }
}
