package io.ambit.core.context.assembly;

import java.util.List;

/**
 * A context that was put together.
 *
 * @param text all of it, ready to be read by a model: stored text is quoted, and what was left out is named at the end
 * @param tokens of {@code text}; never more than {@code maxTokens}
 * @param pieces what it is made of, in order
 * @param leftOut what was not shown, best first
 * @param warnings what the reader should know: the budget is nearly used up, a curated context is missing, and so on
 */
public record AssembledContext(
        String text, int tokens, int maxTokens, List<Piece> pieces, List<LeftOut> leftOut, List<String> warnings) {
    public AssembledContext {
        pieces = List.copyOf(pieces);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /** How much of a piece is shown. */
    public enum Form {
        FULL,
        SUMMARY,
        /** Its name alone, and how to get it. */
        REFERENCE
    }

    /**
     * One piece.
     *
     * @param id of the item or record
     * @param role what it is to the task: focus, curated (the curated context of its epic), epic, parent, blocker,
     *     reference, insight, child, match, artifact, memory, waiting (for it), sibling, activity
     */
    public record Piece(String id, String role, String title, Form form, String text, int tokens) {}

    /**
     * A piece that is not shown.
     *
     * @param how what to call to get it
     */
    public record LeftOut(String id, String role, String title, int tokens, String how) {}
}
