package io.ambit.core.memory.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences and lines of what people and models write. */
final class Prose {
    private Prose() {}

    /** Sentences, without the code between fences; a line's end ends one. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            if (stripped.startsWith("```")) {
                code = !code;
            } else if (!code) {
                ofLine(stripped, sentences);
            }
        }
        return sentences;
    }

    private static void ofLine(String line, List<String> into) {
        int from = 0;
        for (int i = 0; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            if ((c == '.' || c == '!' || c == '?') && line.charAt(i + 1) == ' ') {
                add(line.substring(from, i + 1), into);
                from = i + 2;
            }
        }
        add(line.substring(Math.min(from, line.length())), into);
    }

    private static void add(String sentence, List<String> into) {
        int start = 0;
        while (start < sentence.length() && "-*#> \t\u2022".indexOf(sentence.charAt(start)) >= 0) {
            start++;
        }
        if (start < sentence.length()) {
            into.add(sentence.substring(start).strip());
        }
    }

    /** Words in lower case with one blank before, between and after: what is looked for in it is whole words. */
    static String words(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(' ');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (c == '\u2019' || c == '\'') {
                out.append('\'');
            } else if (out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        if (out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether one of the phrases stands in {@code words} as whole words. */
    static boolean hasAny(String words, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
    }

    /** At most {@code most} characters, cut at a word, on one line. */
    static String line(String text, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() <= most; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return cut(out.toString().strip(), most);
    }

    /** At most {@code most} characters, cut at a word. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int blank = text.lastIndexOf(' ', most - 3);
        int end = blank > most / 2 ? blank : most - 3;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip() + "...";
    }
}
