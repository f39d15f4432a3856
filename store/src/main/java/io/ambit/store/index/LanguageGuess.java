package io.ambit.store.index;

import io.ambit.core.retrieval.EnglishWords;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its script and its function words. In doubt it is English. */
final class LanguageGuess {
    /** More of a text would not change the answer. */
    private static final int CHARACTERS = 2_000;

    private static final int WORDS = 200;
    private static final int ENOUGH_FUNCTION_WORDS = 2;
    /** One word in so many must be a function word of the language. */
    private static final int WORDS_A_FUNCTION_WORD = 8;
    /** Where one word in so many is a function word of English, no other language comes near. */
    private static final int WORDS_AN_ENGLISH_WORD = 3;

    private LanguageGuess() {}

    /** The language, or null for English. */
    static @Nullable Language of(String text, List<String> words) {
        UnicodeScript script = script(text);
        List<String> read = words.subList(0, Math.min(WORDS, words.size()));
        long english = read.stream().filter(EnglishWords.STOP::contains).count();
        if (script == UnicodeScript.LATIN && english * WORDS_AN_ENGLISH_WORD >= read.size()) {
            return null;
        }
        Language best = null;
        long most = -1;
        for (Language language : Language.values()) {
            if (language.isWrittenIn(script)) {
                long found = read.stream().filter(language::hasFunctionWord).count();
                if (found > most) {
                    best = language;
                    most = found;
                }
            }
        }
        if (script != UnicodeScript.LATIN) {
            return best;
        }
        boolean enough = most >= ENOUGH_FUNCTION_WORDS && most * WORDS_A_FUNCTION_WORD >= read.size();
        return enough && most > english ? best : null;
    }

    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int end = Math.min(CHARACTERS, text.length());
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                if (Character.isLetter(c)) {
                    letters.merge(UnicodeScript.LATIN, 1, Integer::sum);
                }
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                // A sign that stands for a syllable or a word is worth several letters.
                letters.merge(script, script == UnicodeScript.HAN ? 4 : 1, Integer::sum);
            }
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.LATIN);
    }
}
