package io.ambit.core.record;

import static io.ambit.core.text.JsonTree.object;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON form of a whole record, with its id, its times and where it comes from. */
public final class RecordJson {
    private RecordJson() {}

    /** A record as a tree of maps and lists; its content stands under {@code content}. */
    public static Map<String, Object> tree(MemoryRecord record) {
        Draft draft = record.draft();
        Map<String, Object> tree = new LinkedHashMap<>(object(
                "id", record.id().value(),
                "kind", record.kind().label(),
                "space", record.space().id(),
                "title", record.content().title(),
                "time", record.time().toString(),
                "happenedAt",
                        draft.happenedAt() == null ? null : draft.happenedAt().toString(),
                "createdAt", record.createdAt().toString(),
                "archived", record.state() == MemoryRecord.State.ARCHIVED ? true : null,
                "importance", draft.importance(),
                "confidence", draft.confidence(),
                "uses", record.uses(),
                "lastUsed", record.lastUsed() == null ? null : record.lastUsed().toString()));
        tree.put("provenance", provenance(draft.provenance()));
        tree.put("content", ContentJson.tree(draft.content()));
        return tree;
    }

    public static Map<String, Object> provenance(Provenance provenance) {
        return object(
                "author", provenance.author(),
                "source", provenance.source(),
                "key", provenance.key(),
                "session", provenance.session(),
                "step", provenance.step());
    }
}
