package io.ambit.core.compress.lines;

import java.util.Locale;
import java.util.Map;

/**
 * A page of HTML as lines of Markdown: title, headings, paragraphs, lists, rows of tables, links with their addresses,
 * texts in place of images. Scripts, styles and drawings are counted and left out. One pass; whatever is no tag is text.
 */
final class HtmlPage {
    private static final Map<String, Character> ENTITIES = Map.of(
            "amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "nbsp", ' ', "ndash", '–', "mdash", '—',
            "hellip", '…');
    private static final String BLOCKS =
            " p div section article header footer nav main aside ul ol table tbody thead form br hr dl dt dd figure"
                    + " figcaption blockquote body head html address details summary ";
    private static final String SKIPPED = " script style svg noscript template iframe canvas ";
    private static final int MAX_ENTITY = 8;

    private final String html;
    private final StringBuilder out;
    private int at;
    private int skipped;
    private String link = "";
    private int linkStart;

    private HtmlPage(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() / 3);
    }

    /** Whether a text is a page to be read, and not a short piece of HTML to be worked on. */
    static boolean is(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        String head =
                text.substring(start, Math.min(text.length(), start + 400)).toLowerCase(Locale.ROOT);
        boolean root = head.startsWith("<!doctype html") || head.startsWith("<html");
        return root && (text.contains("<script") || text.contains("<style")) && text.contains("href=");
    }

    static String text(String html) {
        HtmlPage page = new HtmlPage(html);
        page.read();
        if (page.skipped > 0) {
            page.line();
            page.out
                    .append("[… ")
                    .append(page.skipped)
                    .append(page.skipped == 1 ? " script or style]" : " scripts and styles]");
        }
        return page.out.append('\n').toString();
    }

    private void read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && at + 1 < html.length() && isTagStart(html.charAt(at + 1))) {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                put(c);
                at++;
            }
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at);
            at = end < 0 ? html.length() : end + 3;
            return;
        }
        int end = tagEnd();
        boolean closing = html.charAt(at + 1) == '/';
        int nameStart = at + (closing ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < end && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        int from = at;
        at = Math.min(html.length(), end + 1);
        if (!closing && SKIPPED.contains(" " + name + " ")) {
            skipped++;
            int close = html.indexOf("</" + html.substring(nameStart, nameEnd), at);
            at = close < 0 ? html.length() : close;
            return;
        }
        element(name, closing, from, end);
    }

    private void element(String name, boolean closing, int from, int end) {
        if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
            line();
            out.append(closing ? "" : "#".repeat(name.charAt(1) - '0') + " ");
        } else if (name.equals("title")) {
            line();
            out.append(closing ? "" : "# ");
        } else if (name.equals("li")) {
            line();
            out.append(closing ? "" : "- ");
        } else if (name.equals("tr")) {
            line();
        } else if (name.equals("td") || name.equals("th")) {
            out.append(closing ? " | " : "");
        } else if (name.equals("a")) {
            link(closing, from, end);
        } else if (name.equals("img")) {
            String alt = attribute("alt", from, end);
            out.append(alt.isEmpty() ? "" : "[image: " + alt + "]");
        } else if (BLOCKS.contains(" " + name + " ")) {
            line();
        }
    }

    private void link(boolean closing, int from, int end) {
        if (!closing) {
            link = attribute("href", from, end);
            linkStart = out.length();
        } else if (!link.isEmpty()) {
            boolean inside = link.startsWith("#") || link.startsWith("javascript:");
            if (!inside && out.length() > linkStart && out.indexOf(link, linkStart) < 0) {
                out.append(" <").append(link).append('>');
            }
            link = "";
        }
    }

    private String attribute(String name, int from, int end) {
        int found = html.indexOf(name + "=", from);
        if (found < 0 || found >= end) {
            return "";
        }
        int start = found + name.length() + 1;
        char quote = start < end ? html.charAt(start) : ' ';
        if (quote != '"' && quote != '\'') {
            int stop = start;
            while (stop < end && html.charAt(stop) > ' ') {
                stop++;
            }
            return html.substring(start, Math.max(start, stop));
        }
        int close = html.indexOf(quote, start + 1);
        return close < 0 || close > end ? "" : html.substring(start + 1, close).strip();
    }

    /** Where the tag at {@code at} ends: at a {@code >} outside of quotes. */
    private int tagEnd() {
        char quote = 0;
        for (int i = at + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return html.length();
    }

    private void entity() {
        int end = html.indexOf(';', at);
        if (end > at + 1 && end <= at + MAX_ENTITY) {
            String name = html.substring(at + 1, end);
            Character known = ENTITIES.get(name);
            int code = known != null ? known : name.charAt(0) == '#' ? number(name) : -1;
            if (code > 0) {
                put((char) code);
                at = end + 1;
                return;
            }
        }
        put('&');
        at++;
    }

    private static int number(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int value = 0;
        for (int i = hex ? 2 : 1; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
            value = digit < 0 || value > 0xFFFF ? -1 : value * (hex ? 16 : 10) + digit;
            if (value < 0) {
                return -1;
            }
        }
        return value > 0 && value < 0xD800 ? value : -1;
    }

    private void put(char c) {
        boolean space = c <= ' ' || c == '\u00a0';
        if (!space) {
            out.append(c);
        } else if (out.length() > 0 && out.charAt(out.length() - 1) > ' ') {
            out.append(' ');
        }
    }

    private void line() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        if (end > 0 && out.charAt(end - 1) != '\n') {
            out.append('\n');
        }
    }

    private static boolean isTagStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
    }
}
