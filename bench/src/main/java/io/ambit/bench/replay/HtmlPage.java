package io.ambit.bench.replay;

import java.util.Locale;

/** Pieces of a page, written one after another; every text is escaped on its way in. */
final class HtmlPage {
    private final StringBuilder out = new StringBuilder();

    /** Markup of our own, as it is. */
    HtmlPage raw(String markup) {
        out.append(markup);
        return this;
    }

    HtmlPage text(String text) {
        out.append(HtmlText.escaped(text));
        return this;
    }

    HtmlPage element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name.split(" ", 2)[0] + ">\n");
    }

    /** An element of a class. */
    HtmlPage element(String name, String cssClass, String text) {
        return raw("<" + name + " class=\"" + cssClass + "\">").text(text).raw("</" + name + ">\n");
    }

    HtmlPage head(String... cells) {
        raw("<div class=\"wide\"><table><thead><tr>");
        for (String cell : cells) {
            raw("<th scope=\"col\">").text(cell).raw("</th>");
        }
        return raw("</tr></thead><tbody>\n");
    }

    /** A row of figures: where a line ends in one, it ends on the page. */
    HtmlPage row(String... cells) {
        raw("<tr>");
        for (String cell : cells) {
            raw("<td class=\"n\">").raw(HtmlText.lines(cell)).raw("</td>");
        }
        return raw("</tr>\n");
    }

    HtmlPage foot() {
        return raw("</tbody></table></div>\n");
    }

    /** A bar for a share of the longest. */
    HtmlPage bar(double share) {
        return raw(String.format(
                Locale.ROOT,
                "<svg class=\"bar\" viewBox=\"0 0 200 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"c0\" height=\"12\" width=\"%.1f\"/></svg>",
                200 * Math.clamp(share, 0, 1)));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
