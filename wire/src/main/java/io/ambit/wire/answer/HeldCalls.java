package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.wire.Splice;

/**
 * Where a format has calls in its answers. A call is held from its first piece until it is whole; then its pieces pass as
 * they are, or with what was set right: in the first the new text, in the others none, so that ids, indexes and the
 * number of events stay. Of one round, used by one thread.
 */
public interface HeldCalls {

    /**
     * Takes the next event; holds it where it has a piece of a call that waits, and releases what waits no more.
     *
     * @return whether it keeps its place among the events; one that has none, a sign of life say, passes at once
     */
    boolean take(HeldEvent event);

    /** Nothing more comes of the calls that are held: they are set right as far as they are whole, and released. */
    void settle();

    /** Sets the calls right that stand in an answer, or in a line of one. */
    void edit(Json.Obj root, byte[] source, Splice splice);
}
