package io.ambit.core.compress.lines;

import java.util.ArrayList;
import java.util.List;

/** Four or more lines with nothing but a link each, as one: {@code links: a <url> · b <url>}. Links inside the page go. */
final class LinkRuns {
    private static final int MIN_LINKS = 4;

    private LinkRuns() {}

    static String of(String text) {
        if (!text.contains("](") && !text.contains(" <")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        List<String> run = new ArrayList<>();
        int runStart = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int next = Math.min(text.length(), end + 1);
            String link = link(text.substring(at, end).strip());
            if (link.isEmpty()) {
                flush(text, runStart, at, run, out);
                out.append(text, at, next);
                runStart = next;
            } else {
                run.add(link);
            }
            at = next;
        }
        flush(text, runStart, text.length(), run, out);
        return out.toString();
    }

    private static void flush(String text, int from, int to, List<String> run, StringBuilder out) {
        if (run.size() >= MIN_LINKS) {
            out.append("links: ").append(String.join(" · ", run)).append('\n');
        } else {
            out.append(text, from, to);
        }
        run.clear();
    }

    /** The link that is all of a line, "" where it is more or none: {@code - [text](url)}, {@code - text <url>}. */
    private static String link(String line) {
        String text = line.startsWith("- ") || line.startsWith("* ")
                ? line.substring(2).strip()
                : line;
        if (text.length() > 400) {
            return "";
        }
        if (text.startsWith("[") && text.endsWith(")")) {
            int middle = text.indexOf("](");
            boolean whole = middle > 0 && text.indexOf("](", middle + 1) < 0 && text.charAt(middle + 2) != '#';
            return whole ? text.substring(1, middle) + " <" + text.substring(middle + 2, text.length() - 1) + ">" : "";
        }
        int open = text.lastIndexOf(" <");
        return open > 0 && open < 80 && text.endsWith(">") && text.indexOf(' ', open + 1) < 0 ? text : "";
    }
}
