package io.ambit.wire;

import io.ambit.core.context.Edit;
import io.ambit.core.routing.Sampling;
import java.util.List;

/**
 * How a request that is forwarded differs from the one that came.
 *
 * @param edits of its messages
 * @param retrieveTool whether the definition of {@code context_retrieve} is appended to its tools
 * @param model in the place of the one that it names, "" to leave that
 * @param fill sampling fields to add; what the request says itself is never touched
 * @param window what it asks of its model's window, where its format can say that; what it says itself is never touched
 */
public record Rewrite(List<Edit> edits, boolean retrieveTool, String model, Sampling fill, WindowTerms window) {
    /** Forwarded as it came. */
    public static final Rewrite NONE = new Rewrite(List.of(), false, "", Sampling.OPEN);

    public Rewrite {
        edits = List.copyOf(edits);
    }

    /** One that asks nothing of the window. */
    public Rewrite(List<Edit> edits, boolean retrieveTool, String model, Sampling fill) {
        this(edits, retrieveTool, model, fill, WindowTerms.OPEN);
    }

    /** Of the context alone. */
    public static Rewrite of(List<Edit> edits, boolean retrieveTool) {
        return new Rewrite(edits, retrieveTool, "", Sampling.OPEN);
    }

    /** The same with other edits. */
    public Rewrite withEdits(List<Edit> others) {
        return new Rewrite(others, retrieveTool, model, fill, window);
    }

    /** Whether the request leaves as it came. */
    public boolean isNone() {
        return edits.isEmpty() && !retrieveTool && model.isEmpty() && fill.isOpen() && window.isOpen();
    }
}
