package io.ambit.core.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Goes through a trajectory once, oldest message first, and tells for each step what it used. Used by one thread. */
public final class EvidenceReader {
    private final Vocabulary byTools = new Vocabulary();
    private final Vocabulary byOthers = new Vocabulary();

    /**
     * What the next message, a step, uses of the messages that were {@link #said} before.
     *
     * @param arguments the decoded values in the arguments of its tool calls
     * @param prose what it says besides, "" for nothing
     */
    public StepEvidence usedBy(List<String> arguments, String prose) {
        NavigableSet<String> wanted = new TreeSet<>();
        for (String argument : arguments) {
            wanted.addAll(Identifiers.in(argument));
        }
        List<String> identifiers = new ArrayList<>();
        for (String word : wanted) {
            if (byTools.holds(word) || byOthers.holds(word)) {
                identifiers.add(word);
            }
        }
        List<String> words = new ArrayList<>();
        for (String word : ProseWords.in(prose)) {
            if (byTools.holds(word) && !byOthers.holds(word)) {
                words.add(word);
            }
        }
        return new StepEvidence(identifiers, words);
    }

    /** Takes the text of the next message. */
    public void said(boolean byTool, String text) {
        (byTool ? byTools : byOthers).add(text);
    }
}
