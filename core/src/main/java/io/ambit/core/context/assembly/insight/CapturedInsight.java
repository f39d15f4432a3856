package io.ambit.core.context.assembly.insight;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import java.util.List;

/**
 * An insight that was stored.
 *
 * @param items ids of the items that it mentions, and of their epics
 * @param records that it mentions and is linked to
 * @param similar what says nearly the same, most similar first: proposals, nothing was merged
 * @param redacted names of the secrets that were taken out
 */
public record CapturedInsight(
        MemoryRecord record, List<String> items, List<RecordId> records, List<Similar> similar, List<String> redacted) {
    public CapturedInsight {
        items = List.copyOf(items);
        records = List.copyOf(records);
        similar = List.copyOf(similar);
        redacted = List.copyOf(redacted);
    }

    /**
     * An insight that was there before.
     *
     * @param title on one line, safe to show
     * @param similarity 0 to 1
     * @param duplicate whether it is so similar that merging is proposed
     */
    public record Similar(RecordId id, String title, double similarity, boolean duplicate) {}
}
