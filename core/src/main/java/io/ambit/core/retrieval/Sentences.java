package io.ambit.core.retrieval;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text, and what can be told from their form. */
public final class Sentences {
    private static final String FENCE = "```";

    private Sentences() {}

    /** Pieces of a line that end in a full stop, a question or an exclamation mark; blank ones are left out. */
    public static List<String> of(String line) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (endsSentence(line, i)) {
                add(line.substring(start, i + 1), sentences);
                start = i + 1;
            }
        }
        add(line.substring(start), sentences);
        return sentences;
    }

    private static boolean endsSentence(String line, int at) {
        return switch (line.charAt(at)) {
            case '.', '!', '?' -> at + 1 < line.length() && Character.isWhitespace(line.charAt(at + 1));
            case '\u3002', '\uFF01', '\uFF1F' -> true;
            default -> false;
        };
    }

    private static void add(String sentence, List<String> sentences) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }

    /** The share of the sentences, code left out, in which the writer speaks of himself; 0 for a text without words. */
    public static double firstPersonShare(String text) {
        int all = 0;
        int first = 0;
        for (String line : withoutCode(text).split("\n", -1)) {
            for (String sentence : of(line)) {
                List<String> words = Tokens.of(sentence);
                all += words.isEmpty() ? 0 : 1;
                first += words.stream().anyMatch(EnglishWords.FIRST_PERSON::contains) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) first / all;
    }

    /** Whether the last thing in a text, notes in square brackets aside, is a question mark. */
    public static boolean endsInQuestion(String text) {
        String end = text.stripTrailing();
        while (end.endsWith("]") && end.lastIndexOf('[') >= 0) {
            end = end.substring(0, end.lastIndexOf('[')).stripTrailing();
        }
        return end.endsWith("?") || end.endsWith("\uFF1F");
    }

    private static String withoutCode(String text) {
        StringBuilder kept = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int code = text.indexOf('`', i);
            if (code < 0) {
                break;
            }
            kept.append(text, i, code).append(' ');
            String mark = text.startsWith(FENCE, code) ? FENCE : "`";
            int end = text.indexOf(mark, code + mark.length());
            if (end < 0) {
                // A fence that never ends holds the rest; a lone mark in a line is nothing.
                i = mark.equals(FENCE) ? text.length() : code + 1;
            } else {
                i = end + mark.length();
            }
        }
        return kept.append(text, Math.min(i, text.length()), text.length()).toString();
    }
}
