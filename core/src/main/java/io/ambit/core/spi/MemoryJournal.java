package io.ambit.core.spi;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.StrategySuccess;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.Outcome;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how memory was used: what was asked and how that ended, which texts were shown, what showing them cost, and
 * what was changed about the topics for it. No text of a record or a question stands in it. Durable, isolated by
 * {@link Space} and thread-safe as {@link MemoryStore} is, with the same exceptions.
 */
public interface MemoryJournal extends AutoCloseable {

    /** Writes a question down; returns its id, unique in the space. */
    String asked(RecallEvent event);

    /** Notes how the work ended for which a question was asked, over an earlier report; false where there is no such. */
    boolean report(Space space, String queryId, Outcome outcome, boolean completed);

    Optional<RecallEvent> query(Space space, String queryId);

    /** The last questions, newest first. */
    List<RecallEvent> queries(Space space, int limit);

    /** Of each strategy whether what it found went with success; strategies without a report are left out. */
    List<StrategySuccess> successByStrategy(Space space);

    /** Notes that texts were shown, by the hashes of {@link io.ambit.core.event.RecalledText}. */
    void recalled(Space space, Collection<Hash> texts, Instant at);

    /** Whether a text was shown: then it is no news, and is not to be stored as such. */
    boolean wasRecalled(Space space, Hash text);

    void shown(DisclosureEvent event);

    /**
     * What was shown, oldest first.
     *
     * @param session null for all
     * @param task null for all
     */
    List<DisclosureEvent> shown(Space space, @Nullable String session, @Nullable String task);

    /** Notes a change; one of the same kind and topic is replaced. */
    void change(Space space, TopicChange change, Instant at);

    /** Takes a change of that kind and topic back; false where there is none. */
    boolean undo(Space space, TopicChange change);

    /** All changes that hold, in the order of their first making. */
    List<TopicChange> changes(Space space);

    @Override
    void close();
}
