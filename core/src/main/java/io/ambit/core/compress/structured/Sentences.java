package io.ambit.core.compress.structured;

/** Prose in little room. */
final class Sentences {
    private Sentences() {}

    /** {@code text} on one line, runs of white space as one space. */
    static String flat(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int length = out.length();
        out.setLength(length > 0 && out.charAt(length - 1) == ' ' ? length - 1 : length);
        return out.toString();
    }

    /** {@code text} without the indentation and the blank lines that its source gave it. */
    static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.lines().forEach(line -> {
            String flat = flat(line);
            if (!flat.isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n").append(flat);
            }
        });
        return out.toString();
    }

    /** The first sentence of a flat text. */
    static String first(String text) {
        for (int i = 1; i < text.length() - 1; i++) {
            boolean end = text.charAt(i) == '.' || text.charAt(i) == '!' || text.charAt(i) == '?';
            if (end && text.charAt(i + 1) == ' ' && i > 12 && !isAbbreviation(text, i)) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }

    private static boolean isAbbreviation(String text, int dot) {
        return text.startsWith("e.g", Math.max(0, dot - 3))
                || text.startsWith("i.e", Math.max(0, dot - 3))
                || text.startsWith(" etc", Math.max(0, dot - 4))
                || text.charAt(dot - 1) == '.';
    }

    /** At most about {@code max} characters of a flat text, to the end of a word, with a mark where there was more. */
    static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        if (max <= 0) {
            return "";
        }
        int end = text.lastIndexOf(' ', max);
        end = end > max / 2 ? end : max;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }
}
