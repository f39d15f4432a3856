package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to say what failed.
 *
 * @param words that follow each other; {@code *} stands for up to six others
 * @param weak whether it counts only where nothing else speaks
 * @param advice where this way of failing asks for another one than its class does
 */
record Phrase(
        FailureClass failure,
        List<String> words,
        boolean weak,
        @Nullable Advice advice) {
    private static final int GAP = 6;
    static final int STRONG = 10;
    /** A wrong value is what most errors can also be called: three words of it say less than one code. */
    private static final int GENERAL = 8;

    private static final int MOST_WORDS = 8;

    /**
     * Reads one line of a phrase book: words, {@code ~} before them for a weak one, {@code > retry} after them for advice.
     *
     * @param line in lower case
     */
    static Phrase of(FailureClass failure, String line) {
        int arrow = line.indexOf('>');
        Advice advice = arrow < 0 ? null : Advice.of(line.substring(arrow + 1).strip());
        String said = (arrow < 0 ? line : line.substring(0, arrow)).strip();
        boolean weak = said.startsWith("~");
        List<String> words = Arrays.asList((weak ? said.substring(1).strip() : said).split(" +", -1));
        return new Phrase(failure, List.copyOf(words), weak, advice);
    }

    /** How much it says: the more words, the more. */
    int strength() {
        int fixed = (int) words.stream().filter(word -> !"*".equals(word)).count();
        int each = weak ? 1 : failure == FailureClass.WRONG_VALUE ? GENERAL : STRONG;
        return each * Math.min(fixed, MOST_WORDS);
    }

    /** Whether it stands in {@code tokens} at {@code at}. */
    boolean isAt(List<String> tokens, int at) {
        return isAt(tokens, at, 0);
    }

    /** Whether it stands at {@code at} and nothing comes after it. */
    boolean isEndOf(List<String> tokens, int at) {
        return at + words.size() == tokens.size();
    }

    private boolean isAt(List<String> tokens, int at, int word) {
        if (word == words.size()) {
            return true;
        }
        if (!"*".equals(words.get(word))) {
            return at < tokens.size() && tokens.get(at).equals(words.get(word)) && isAt(tokens, at + 1, word + 1);
        }
        for (int skipped = 0; skipped <= GAP && at + skipped < tokens.size(); skipped++) {
            if (isAt(tokens, at + skipped, word + 1)) {
                return true;
            }
        }
        return false;
    }
}
