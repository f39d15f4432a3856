package io.ambit.core.tooluse.habit;

import io.ambit.core.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model wrote after it had a result, and whether parts of the result show in it. A part shows by one of its values,
 * or by a single word of its prose that nothing else gave: rather too often than too seldom.
 */
final class LaterUse {
    /** Shorter words say nothing of where they are from. */
    private static final int MIN_WORD = 5;

    private final String written;
    private final Set<String> words;
    private final Set<String> given;

    /**
     * Prepares the comparison.
     *
     * @param written after the result, in lower case
     * @param given words that the model had from elsewhere, the request say
     */
    LaterUse(String written, Set<String> given) {
        this.written = written;
        this.words = Words.of(written);
        this.given = given;
    }

    /** Whether anything of a part of the result shows in what was written. */
    boolean shows(@Nullable Object part) {
        return Trees.leaves(part).stream().anyMatch(this::showsText);
    }

    private boolean showsText(String text) {
        String value = text.toLowerCase(Locale.ROOT).strip();
        if (value.length() >= 2 && Mentions.in(written, value)) {
            return true;
        }
        for (String word : Words.of(value)) {
            if (word.length() >= MIN_WORD && words.contains(word) && !given.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Words of texts, for what is given. */
    static Set<String> wordsOf(List<String> texts) {
        Set<String> all = new LinkedHashSet<>();
        texts.forEach(text -> all.addAll(Words.of(text)));
        return all;
    }
}
