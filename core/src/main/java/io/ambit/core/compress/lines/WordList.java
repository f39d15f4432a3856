package io.ambit.core.compress.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of ASCII letters, looked up in place and in any case: no copy of the text is made. */
final class WordList {
    private final String[][] byFirstLetter = new String[26][];

    private WordList(String... words) {
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            lists.add(new ArrayList<>());
        }
        for (String word : words) {
            lists.get(word.charAt(0) - 'a').add(word.toLowerCase(Locale.ROOT));
        }
        for (int i = 0; i < 26; i++) {
            byFirstLetter[i] = lists.get(i).toArray(String[]::new);
        }
    }

    /** @param words separated by spaces */
    static WordList of(String words) {
        return new WordList(words.split(" "));
    }

    boolean holds(String text, int start, int end) {
        int first = (text.charAt(start) | 0x20) - 'a';
        if (first < 0 || first >= 26) {
            return false;
        }
        for (String word : byFirstLetter[first]) {
            if (word.length() == end - start && text.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
