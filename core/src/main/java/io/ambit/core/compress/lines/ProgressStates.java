package io.ambit.core.compress.lines;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reduces a line that was written over and over with carriage returns to its last state. A state goes only if it is
 * recognisably progress (a percentage, a count out of a count, a bar, a spinner) and every word of it, measures apart,
 * stands in a state that is shown: so no name is lost, and text whose lines end in carriage returns alone stays whole.
 */
final class ProgressStates {
    private static final Pattern RATIO =
            Pattern.compile("[0-9](?:[A-Za-z]{1,3})? ?(?:/|of) ?[0-9]", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURE = Pattern.compile(
            "[+~-]?[0-9][0-9.,:]*(?:%|[A-Za-z]{1,3}(?:/s)?)?(?:/[0-9.,:]+[A-Za-z]{0,3})?(?:[0-9]+[a-z])?");
    private static final int MAX_MEASURE = 24;
    private static final String BARS = "#=>.-*█▓▒░━─▏▎▍▌▋▊▉";
    private static final String SPINNERS = "|/-\\⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String SEPARATORS = "[](){}<>=|,;\"'`█▓▒░━─";

    private ProgressStates() {}

    static String of(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at <= text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int last = end;
            while (last > at && text.charAt(last - 1) == '\r') {
                last--;
            }
            line(text.substring(at, last), out);
            // A line end keeps its spelling; the return after a last state, which nothing overwrote, is one too.
            out.append(text, last, newline < 0 ? end : end + 1);
            at = end + 1;
        }
        return out.length() == text.length() ? text : out.toString();
    }

    private static void line(String line, StringBuilder out) {
        int end = line.length();
        int at = line.lastIndexOf('\r');
        if (at < 0) {
            out.append(line);
            return;
        }
        Deque<String> shown = new ArrayDeque<>();
        String state = line.substring(at + 1);
        shown.push(state);
        Set<String> words = words(state);
        while (at >= 0) {
            end = at;
            at = line.lastIndexOf('\r', end - 1);
            state = line.substring(at + 1, end);
            Set<String> said = words(state);
            if (!state.isBlank() && !(isProgress(state) && words.containsAll(said))) {
                shown.push(state);
                words.addAll(said);
            }
        }
        out.append(String.join("\r", shown));
    }

    private static boolean isProgress(String state) {
        if (state.indexOf('%') >= 0 || RATIO.matcher(state).find()) {
            return true;
        }
        int run = 1;
        for (int i = 0; i < state.length(); i++) {
            char c = state.charAt(i);
            run = i > 0 && c == state.charAt(i - 1) ? run + 1 : 1;
            if (run >= 3 && BARS.indexOf(c) >= 0) {
                return true;
            }
        }
        String trimmed = state.strip();
        return !trimmed.isEmpty()
                && (SPINNERS.indexOf(trimmed.charAt(0)) >= 0
                        || SPINNERS.indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0);
    }

    /** What a state names: its words but for numbers with or without a unit. */
    private static Set<String> words(String state) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= state.length(); i++) {
            if (i == state.length()
                    || Character.isWhitespace(state.charAt(i))
                    || SEPARATORS.indexOf(state.charAt(i)) >= 0) {
                String word = state.substring(start, i);
                if (isName(word)) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isName(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit)
                && (word.length() > MAX_MEASURE || !MEASURE.matcher(word).matches());
    }
}
