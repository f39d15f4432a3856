package io.ambit.core.memory.intake;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.spi.MemoryStore.Stored;
import java.util.List;

/**
 * What became of drafts.
 *
 * @param stored in the order of the drafts
 * @param refused the others
 * @param redacted what secrets were taken out, by name: "aws access key"
 */
public record Remembered(List<Stored> stored, List<Refusal> refused, List<String> redacted) {
    public Remembered {
        stored = List.copyOf(stored);
        refused = List.copyOf(refused);
        redacted = List.copyOf(redacted);
    }

    /** The records, new or not. */
    public List<MemoryRecord> records() {
        return stored.stream().map(Stored::record).toList();
    }

    /** How many were not there before. */
    public long added() {
        return stored.stream().filter(Stored::isNew).count();
    }
}
