package io.ambit.store.index;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.MemoryStore.Change;
import io.ambit.store.index.Neighbourhood.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/** Carries changes of one space's records over into an index, with all that depends on them. */
record Derivation(Space space, MemoryStore store, Analysis analysis, Vectors vectors) {

    /** Where a record stands in a conversation according to an index; none where it is in none. */
    interface Known {
        Optional<Place> place(RecordId id) throws IOException;
    }

    /**
     * Writes the changed records, and the turns around changed turns, as they are in the store now.
     *
     * @param tail whether this is the small index beside the proper one
     * @param make whether missing vectors are made
     * @return the records that were written or removed
     */
    Set<RecordId> apply(List<Change> changes, IndexWriter writer, Known known, boolean tail, boolean make)
            throws IOException {
        List<RecordId> ids = changes.stream().map(Change::id).toList();
        Map<RecordId, MemoryRecord> records = new LinkedHashMap<>();
        store.find(space, ids).forEach(record -> records.put(record.id(), record));
        List<Place> places = new ArrayList<>();
        for (RecordId id : ids) {
            known.place(id).ifPresent(places::add);
            MemoryRecord record = records.get(id);
            if (record != null && record.content() instanceof Turn turn) {
                places.add(new Place(turn.session(), turn.position()));
            }
        }
        Neighbourhood around = Neighbourhood.around(places, space, store, analysis);
        for (Place place : places) {
            around.dependants(place).forEach(record -> records.putIfAbsent(record.id(), record));
        }
        Set<RecordId> gone = new LinkedHashSet<>(ids);
        gone.removeAll(records.keySet());
        for (RecordId id : gone) {
            writer.deleteDocuments(new Term(IndexField.ID, id.value()));
        }
        write(records, around, writer, tail, make);
        gone.addAll(records.keySet());
        return gone;
    }

    private void write(
            Map<RecordId, MemoryRecord> records, Neighbourhood around, IndexWriter writer, boolean tail, boolean make)
            throws IOException {
        RecordDocuments documents = new RecordDocuments(analysis, around, tail);
        List<Vectors.Texts> texts =
                records.values().stream().map(documents::meaning).toList();
        Map<VectorCache.Key, byte[]> made = vectors.of(space, texts, make);
        for (Vectors.Texts text : texts) {
            writer.updateDocuments(
                    new Term(IndexField.ID, text.record().id().value()), documents.of(text.record(), text, made));
        }
    }
}
