package io.ambit.core.spi;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The truth of memory: records, their links, the times of facts. A call that returned is durable: it survives the death
 * of the process. Several processes may use one store. Thread-safe.
 *
 * <p>Nothing crosses a {@link Space}: an id of one space is unknown in every other. A record that cannot be read breaks
 * no other: it is left out, named in the log, and counted by {@link #verify}.
 *
 * <p>Every method throws {@link io.ambit.core.error.RetriableException} where the store is locked for the moment,
 * {@link AmbitException} where it is damaged or an argument is wrong.
 */
public interface MemoryStore extends AutoCloseable {

    /** What became of a draft: the record as stored, and whether it was not there before. */
    record Stored(MemoryRecord record, boolean isNew) {}

    /** A record that was written, archived, restored or forgotten; {@code sequence} rises with each change of a space. */
    record Change(long sequence, RecordId id, MemoryRecord.State state) {}

    /**
     * Stores drafts, all or none, in their order; ids are given in that order. A draft whose source and key are those of
     * a stored record is not stored again: the record stays, with the draft's content where that differs; of a forgotten
     * one nothing comes back and the draft is left out of the result. A fact closes, or is closed by, the facts of its
     * subject and predicate where it says that there is one at a time; each pair that meets with different objects is
     * linked by {@link LinkType#CONTRADICTS}.
     *
     * @param drafts any spaces
     */
    List<Stored> add(List<Draft> drafts, Instant now);

    /** The record of that id, archived ones included; none where it was forgotten. */
    Optional<MemoryRecord> find(Space space, RecordId id);

    /** The records of these ids that there are, in the order of the ids. */
    List<MemoryRecord> find(Space space, Collection<RecordId> ids);

    /** What a selection holds. */
    List<MemoryRecord> list(Space space, RecordSelection selection);

    /** How many records a selection holds, its limit aside. */
    long count(Space space, RecordSelection selection);

    /**
     * The turns of a conversation at positions {@code [from, to]}, in order.
     *
     * @param session as in {@link io.ambit.core.record.Turn}
     */
    List<MemoryRecord> turns(Space space, String session, int from, int to);

    /**
     * Puts another content of the same kind, and another confidence, in the place of a record's.
     *
     * @throws AmbitException where there is no such record or the kind differs
     */
    MemoryRecord replace(Space space, RecordId id, Content content, double confidence, Instant now);

    /** Archives or restores; false where there is no such record or it is so already. */
    boolean archive(Space space, RecordId id, boolean archived, Instant now);

    /** Removes content and links and leaves a tombstone; false where there is no such record. */
    boolean forget(Space space, RecordId id, Instant now);

    /**
     * Forgets all that a selection holds, its limit and its start aside: all that came from one source, say. A part at a
     * time: what a crash leaves is forgotten by the next call.
     *
     * @return how many records that were
     */
    default int forgetAll(Space space, RecordSelection selection, Instant now) {
        int count = 0;
        for (MemoryRecord record : list(space, selection.after(null).atMost(Integer.MAX_VALUE))) {
            count += forget(space, record.id(), now) ? 1 : 0;
        }
        return count;
    }

    /** Whether an id is that of a forgotten record. */
    boolean isForgotten(Space space, RecordId id);

    /** Whether the record of that place in that source was forgotten, so that {@link #add} would not bring it back. */
    boolean isForgotten(Space space, String source, String key);

    /** Counts that records were shown in full. */
    void used(Space space, Collection<RecordId> ids, Instant now);

    /** Adds a link; the same link again changes nothing. Both ends must be records of the space. */
    void link(Link link);

    /** Removes a link; false where there is none. */
    boolean unlink(Space space, RecordId from, LinkType type, RecordId to);

    /** All links from or to these records, oldest first. */
    List<Link> links(Space space, Collection<RecordId> ids);

    /** Facts as they were known at a time, about a time. */
    List<FactVersion> facts(Space space, FactQuery query);

    /** The sequence number of the space's last change; 0 where there was none. */
    long sequence(Space space);

    /** Changes after a sequence number, each record once with its last change, in order, at most {@code limit}. */
    List<Change> changes(Space space, long after, int limit);

    /** All spaces that hold a record or a tombstone. */
    List<Space> spaces();

    /** Reads every record; names those that cannot be read and references that lead nowhere. */
    MemoryReport verify();

    @Override
    void close();
}
