package io.ambit.core.routing.profile;

import java.util.Locale;

/**
 * A model's name as servers spell it ({@code qwen2.5-coder:7b}, {@code Qwen/Qwen2.5-Coder-32B-Instruct-GGUF},
 * {@code models/qwen2.5-coder-7b-q4_k_m.gguf}), brought to one spelling so that one pattern finds it in all of them: in
 * lower case, with a dash for each of {@code : _ @ /} and blanks.
 *
 * <p>A pattern is found where it stands as whole words: {@code qwen3} is in {@code qwen3:8b} and neither in
 * {@code qwen3.5} nor in {@code qwen30}. {@code *} in it stands for any characters, also for none.
 */
final class ModelName {
    private static final int MAX_LENGTH = 300;

    private final String whole;
    private final String last;

    ModelName(String name) {
        String end = name.substring(Math.max(0, name.length() - MAX_LENGTH)).strip();
        int slash = Math.max(end.lastIndexOf('/'), end.lastIndexOf('\\'));
        whole = spelled(end);
        last = spelled(end.substring(slash + 1));
    }

    private static String spelled(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            out.append(c == ':' || c == '_' || c == '@' || c == '/' || c == '\\' || c == ' ' ? '-' : c);
        }
        return out.toString();
    }

    /**
     * How well a pattern fits: 0 not at all, else the more the longer it is, and anything in the last part of a path
     * better than in the folders before it.
     */
    int fit(String pattern) {
        String spelled = spelled(pattern);
        int length =
                spelled.length() - (int) spelled.chars().filter(c -> c == '*').count();
        if (length == 0) {
            return 0;
        }
        if (isIn(last, spelled)) {
            return MAX_LENGTH + length;
        }
        return isIn(whole, spelled) ? length : 0;
    }

    private static boolean isIn(String name, String pattern) {
        String[] pieces = pattern.split("\\*", -1);
        for (int at = name.indexOf(pieces[0]); at >= 0; at = next(name, pieces[0], at)) {
            if ((pieces[0].isEmpty() || isEdge(name, at)) && endsAfter(name, pieces, at + pieces[0].length())) {
                return true;
            }
        }
        return false;
    }

    private static int next(String name, String piece, int at) {
        return at + 1 > name.length() - piece.length() ? -1 : name.indexOf(piece, at + 1);
    }

    /** Whether the pieces after the first follow in their order, the last one up to the end of a word. */
    private static boolean endsAfter(String name, String[] pieces, int from) {
        if (pieces.length == 1) {
            return isEdge(name, from);
        }
        int at = from;
        for (int p = 1; p < pieces.length - 1; p++) {
            int found = name.indexOf(pieces[p], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[p].length();
        }
        String end = pieces[pieces.length - 1];
        if (end.isEmpty()) {
            return true;
        }
        for (int found = name.indexOf(end, at); found >= 0; found = next(name, end, found)) {
            if (isEdge(name, found + end.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word begins or ends there: a point between digits is inside of one. */
    private static boolean isEdge(String name, int at) {
        if (at <= 0 || at >= name.length()) {
            return true;
        }
        char before = name.charAt(at - 1);
        char after = name.charAt(at);
        if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after)) {
            boolean pointInNumber = after == '.' && at + 1 < name.length() && Character.isDigit(name.charAt(at + 1));
            return !(pointInNumber && Character.isDigit(before));
        }
        return false;
    }
}
