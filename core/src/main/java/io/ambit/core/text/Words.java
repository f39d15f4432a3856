package io.ambit.core.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a text: runs of letters and digits, in lower case. What is matched is whole words, never parts of them. */
public final class Words {
    private Words() {}

    /** Each word once, in the order of first occurrence. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        int start = -1;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(text.substring(start).toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
