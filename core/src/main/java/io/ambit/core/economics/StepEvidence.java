package io.ambit.core.economics;

import java.util.List;

/**
 * What a step used of what had been said before it.
 *
 * @param identifiers of its tool calls' arguments, those that stand in an earlier message; sorted
 * @param words of its prose, those that stand in an earlier tool output and in no other earlier message; sorted
 */
public record StepEvidence(List<String> identifiers, List<String> words) {
    public StepEvidence {
        identifiers = List.copyOf(identifiers);
        words = List.copyOf(words);
    }
}
