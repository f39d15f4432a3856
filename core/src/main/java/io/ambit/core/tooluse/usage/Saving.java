package io.ambit.core.tooluse.usage;

import io.ambit.core.session.SessionId;
import java.util.List;

/**
 * What would not have had to be spent.
 *
 * @param kind "failed", "unused_definition", or the name of an anti-pattern
 * @param tool that was called, or the tools whose definitions were carried
 * @param calls how many fewer would have done; 0 for definitions
 * @param tokens that would have been saved
 * @param advice what to do about it
 * @param evidence where that shows, the costliest first
 * @param more how many sessions show it beside those
 */
public record Saving(
        String kind, String tool, int calls, long tokens, String advice, List<Evidence> evidence, int more) {
    /** Definitions that no session used. */
    public static final String UNUSED = "unused_definition";

    public Saving {
        evidence = List.copyOf(evidence);
    }

    /**
     * Where a saving shows.
     *
     * @param positions of calls in the session, counted from 0; none for a definition
     * @param shown one of these calls and what came of it, as quoted data; "" where the session is gone
     */
    public record Evidence(SessionId session, List<Integer> positions, long tokens, String shown) {
        public Evidence {
            positions = List.copyOf(positions);
        }

        Evidence showing(String quoted) {
            return new Evidence(session, positions, tokens, quoted);
        }
    }

    Saving with(List<Evidence> other) {
        return new Saving(kind, tool, calls, tokens, advice, other, more);
    }
}
