package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.error.InvalidInputException;
import java.util.Locale;

/** What a person decides on an entry of a {@link Review}. */
public sealed interface ReviewDecision {

    /** The entry that is decided on. */
    String id();

    /** It goes into the curated context as it is. */
    record Keep(String id) implements ReviewDecision {}

    /** It goes into the curated context with this text. */
    record Edit(String id, String text) implements ReviewDecision {
        public Edit {
            if (text.isBlank()) {
                throw new InvalidInputException("edit of " + id + " without a text, expected what it shall say");
            }
        }
    }

    /** Another entry says it; that one names it as a source from now on. */
    record Merge(String id, String into) implements ReviewDecision {
        public Merge {
            if (into.isBlank() || into.equals(id)) {
                throw new InvalidInputException(
                        "merge of " + id + " into '" + into + "', expected the id of another entry");
            }
        }
    }

    /** It does not belong into the curated context; an insight is archived, nothing is deleted. */
    record Drop(String id) implements ReviewDecision {}

    /**
     * A decision in words, as it comes over command line, HTTP or MCP.
     *
     * @param action keep, edit, merge or drop
     * @param text for edit, else ""
     * @param into for merge, else ""
     */
    static ReviewDecision of(String id, String action, String text, String into) {
        return switch (action.strip().toLowerCase(Locale.ROOT)) {
            case "keep" -> new Keep(id);
            case "edit" -> new Edit(id, text);
            case "merge" -> new Merge(id, into);
            case "drop" -> new Drop(id);
            default ->
                throw new InvalidInputException(
                        "action '" + action + "' for " + id + ", expected keep, edit, merge or drop");
        };
    }
}
