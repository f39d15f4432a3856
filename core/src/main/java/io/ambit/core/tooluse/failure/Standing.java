package io.ambit.core.tooluse.failure;

import java.util.Locale;
import java.util.Set;

/** How clearly a line of an output states an error, by its form alone: a file that is shown may speak of errors too. */
enum Standing {
    /** Quoted source, frames of a stack, numbered content: never a statement of this call's failure. */
    CONTENT,
    /** Says nothing of its own part. */
    PLAIN,
    /** Is marked as a warning: what it says may be why something else failed. */
    WARNING,
    /** A message member of a JSON error, or {@code program: what: why}. */
    MESSAGE,
    /** Is marked as an error. */
    MARKED,
    /** Is marked as that which ended the work. */
    DECISIVE;

    private static final Set<String> MARKS =
            Set.of("error", "err", "err!", "failure", "failed", "e", "severe", "critical");
    private static final int LONG_MARK = 60;

    /** Whether a line of this standing states an error. */
    boolean isStatement() {
        return compareTo(MESSAGE) >= 0;
    }

    static Standing of(String line) {
        String text = line.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (isContent(line, text)) {
            return CONTENT;
        }
        if (lower.startsWith("fatal:")
                || lower.startsWith("fatal error:")
                || lower.startsWith("fatal ")
                || lower.startsWith("panic:")
                || lower.startsWith("npm error code ")
                || lower.startsWith("npm err! code ")
                || lower.contains(" fatal: ")) {
            return DECISIVE;
        }
        if (lower.startsWith("warning") || lower.startsWith("[warn") || lower.startsWith("npm warn")) {
            return WARNING;
        }
        return isMarked(text, lower) ? MARKED : isProgramSpeaking(text) ? MESSAGE : PLAIN;
    }

    private static boolean isContent(String line, String text) {
        if (text.startsWith("at ") && (text.endsWith(")") || text.contains(":"))) {
            return line.startsWith(" ") || line.startsWith("\t");
        }
        if (text.startsWith("File \"") || text.startsWith("^") || text.startsWith("~~") || text.startsWith("--> ")) {
            return true;
        }
        if (isOptionOfHelp(text)) {
            return true;
        }
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        // "12\ttext" and "12 | text", as tools number the lines of what they show
        return digits > 0
                && digits < text.length()
                && (text.charAt(digits) == '\t' || text.startsWith(" |", digits) || text.startsWith("|", digits));
    }

    /** {@code -f, --force   does so even if already there}: what help says of options is no statement. */
    private static boolean isOptionOfHelp(String text) {
        boolean isOption = text.length() > 2
                && (text.charAt(0) == '-' || text.startsWith("[-"))
                && (Character.isLetter(text.charAt(1)) || text.charAt(1) == '-');
        return isOption && text.indexOf("  ") > 0;
    }

    private static boolean isMarked(String text, String lower) {
        int start = lower.startsWith("[") || lower.startsWith("<") || lower.startsWith("npm ") ? 1 : 0;
        if (lower.startsWith("npm err")
                || lower.startsWith("caused by:")
                || lower.startsWith("exception in thread")
                || lower.contains(": error: ")
                || lower.contains(" error: ")
                || lower.contains(": error ")
                || lower.contains("error:  ")
                || lower.contains("): error")) {
            return true;
        }
        int end = start;
        while (end < lower.length() && (Character.isLetter(lower.charAt(end)) || lower.charAt(end) == '_')) {
            end++;
        }
        String first = lower.substring(start, end);
        boolean ends = end == lower.length() || ":[]> (".indexOf(lower.charAt(end)) >= 0;
        if (ends && MARKS.contains(first) && !(first.equals("e") && end < lower.length() && lower.charAt(end) != ':')) {
            return true;
        }
        return isException(text);
    }

    /** {@code package.SomeError: } or {@code SomeException: }, at the beginning; or the name alone. */
    private static boolean isException(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (name.length() > LONG_MARK || name.indexOf(' ') >= 0) {
            return name.startsWith("Uncaught ") || name.startsWith("java.lang.");
        }
        return name.endsWith("Error")
                || name.endsWith("Exception")
                || name.endsWith("Err")
                || name.endsWith("Timeout")
                || name.endsWith("Interrupt")
                || name.endsWith("Expired");
    }

    /** {@code cat: x: No such file}: a program's name, then what it has to say. */
    private static boolean isProgramSpeaking(String text) {
        int colon = text.indexOf(": ");
        if (colon <= 0 || colon > LONG_MARK) {
            return false;
        }
        String name = text.substring(0, colon);
        int paren = name.indexOf('(');
        String bare = (paren > 0 ? name.substring(0, paren) : name).strip();
        return !bare.equalsIgnoreCase("usage")
                && bare.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-./+[]:".indexOf(c) >= 0)
                && !bare.isEmpty()
                && !Character.isUpperCase(bare.charAt(0));
    }
}
