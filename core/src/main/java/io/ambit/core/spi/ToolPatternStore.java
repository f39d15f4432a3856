package io.ambit.core.spi;

import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolPattern;
import java.time.Instant;
import java.util.List;

/**
 * Keeps patterns of failed calls and what was decided on them. Nothing crosses a {@link Space}. Thread-safe; several
 * processes may write at once. Throws {@link io.ambit.core.error.AmbitException} where it cannot be read or written.
 */
public interface ToolPatternStore extends AutoCloseable {

    /** All that is kept of a space, by id. */
    List<ToolPattern> patterns(Space space);

    /** Keeps patterns, in the place of those of the same ids. */
    void keep(Space space, List<ToolPattern> patterns);

    /** Takes patterns out; ids that are not there are passed over. */
    void remove(Space space, List<String> ids);

    /** Notes what was done, for people to look up later. */
    void note(Space space, Event event);

    /** What was done, newest first, at most {@code limit}. */
    List<Event> events(Space space, int limit);

    /** Forgets all patterns of a space, and what was done. */
    void purge(Space space);

    @Override
    void close();

    /**
     * Something that was done with patterns.
     *
     * @param what proposed, approved, rejected, pruned, reset, purged
     * @param pattern its id, "" for all
     * @param note why, or how many
     */
    record Event(Instant at, String what, String pattern, String note) {}
}
