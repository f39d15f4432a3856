package io.ambit.core.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * Told by a message that says how something is always to be done: "Always show the units when I ask about recipes". It
 * answers no question, and yet belongs to every request that it is about.
 */
final class StandingInstruction {
    /** A longer message tells something else too. */
    private static final int LONGEST = 80;

    private static final Phrases POLITE = Phrases.of("please|so|also|and");
    private static final Phrases ALWAYS = Phrases.of(
            "always|never|whenever",
            "from now on",
            "going forward",
            "remember to|that",
            "make sure to|you",
            "don't ever",
            "do not ever",
            "you should|must always|never");
    private static final Phrases WHEN =
            Phrases.of("when|whenever|if i|we|i'm|we're", "every|any|each time i|we|i'm|we're");
    private static final Phrases BE = Phrases.of("am|are");
    private static final Phrases ASK =
            Phrases.of("ask|asking|talk|talking|discuss|discussing|mention|request|inquire|need|want|work|working");
    private static final Phrases ABOUT = Phrases.of("for|you|about|with|on");

    private StandingInstruction() {}

    /** Whether a line or a sentence of a short text begins as such an instruction does. */
    static boolean isIn(String text) {
        if (Tokens.count(text) > LONGEST) {
            return false;
        }
        for (String line : text.split("\n", -1)) {
            for (String sentence : Sentences.of(line)) {
                List<String> words = Tokens.of(sentence);
                int start = Math.max(0, POLITE.end(words, 0));
                if (ALWAYS.end(words, start) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What it is about, as far as it says so: what follows "when I ask about"; else "". */
    static String scope(String text) {
        for (String line : text.split("\n", -1)) {
            List<String> words = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            Tokens.scan(line, (start, end) -> ends.add(end));
            words.addAll(Tokens.of(line));
            for (int i = 0; i < words.size(); i++) {
                int end = WHEN.end(words, i);
                if (end >= 0) {
                    return line.substring(ends.get(afterVerb(words, end) - 1)).strip();
                }
            }
        }
        return "";
    }

    private static int afterVerb(List<String> words, int from) {
        int at = Math.max(from, BE.end(words, from));
        at = Math.max(at, ASK.end(words, at));
        for (int next = ABOUT.end(words, at); next >= 0; next = ABOUT.end(words, at)) {
            at = next;
        }
        return at;
    }
}
