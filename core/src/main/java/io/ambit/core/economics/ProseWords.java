package io.ambit.core.economics;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an assistant's prose that carry facts: four or more characters with a digit or a capital, 12,345.6 say. */
public final class ProseWords {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.,'%-]{2,}[A-Za-z0-9]");
    private static final Pattern TELLING = Pattern.compile("[0-9A-Z]");

    private ProseWords() {}

    /** The words in {@code text} that carry facts, in ASCII order. */
    public static SortedSet<String> in(String text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (TELLING.matcher(words.group()).find()) {
                found.add(words.group());
            }
        }
        return found;
    }
}
