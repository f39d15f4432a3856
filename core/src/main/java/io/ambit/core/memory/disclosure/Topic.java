package io.ambit.core.memory.disclosure;

import io.ambit.core.record.RecordId;
import java.time.Instant;
import java.util.List;

/**
 * Records that belong together: of one session, linked, or about the same.
 *
 * @param id "t-" and the id of its first record; of a composite topic "c-", of a merged one "m-" and the same
 * @param summary on one line, safe to show
 * @param members in order of their time
 * @param parts of a composite or merged topic, the ids of the topics that it stands for; else empty
 * @param lastAccess when a record of it was last shown, or else when the newest happened
 * @param uses how often its records were shown
 * @param tokens of all its records in full
 * @param level how much harder than usual its entries are compressed; 0 for as usual
 * @param factor its similarity to a question is multiplied by this, above 0, to 1
 * @param split whether its timeline is read by sub-topic
 * @param pruned whether it has no line in the index
 */
public record Topic(
        String id,
        String summary,
        List<RecordId> members,
        List<String> parts,
        Instant lastAccess,
        int uses,
        int tokens,
        int level,
        double factor,
        boolean split,
        boolean pruned) {
    public Topic {
        members = List.copyOf(members);
        parts = List.copyOf(parts);
    }

    boolean isComposite() {
        return id.startsWith("c-");
    }
}
