package io.ambit.bench.replay;

import io.ambit.core.economics.ReplayTotals;
import java.util.List;

/** What a page says of one policy: a card at the top, and a section of its own. */
final class PolicyHtml {
    private static final int SHOWN_SAVINGS = 8;
    private static final int SHOWN_STEPS = 50;

    private final PolicyReport policy;
    private final ReplayReport report;
    private final HtmlPage page;

    PolicyHtml(PolicyReport policy, ReplayReport report, HtmlPage page) {
        this.policy = policy;
        this.report = report;
        this.page = page;
    }

    /** The result in one look. */
    void card() {
        ReplayTotals totals = policy.overall().totals();
        ReplayTotals raw = report.raw();
        page.raw("<div class=\"card\">").element("h3", policy.policy());
        boolean billed = report.money().isKnown();
        double before = billed ? report.money().dollars() : raw.priced();
        double after = billed ? policy.dollars() : totals.priced();
        page.element("p", "big", change(after, before));
        page.element(
                "p",
                "of",
                billed
                        ? HtmlText.dollars(before) + " → " + HtmlText.dollars(after)
                        : HtmlText.number(before) + " → " + HtmlText.number(after) + " tokens, priced");
        page.raw("<dl>");
        if (billed) {
            term("priced, in tokens", change(totals.priced(), raw.priced()));
        }
        term("losses charged", change(totals.charged(), raw.charged()));
        term("largest request", change((double) totals.peak(), (double) raw.peak()));
        term("evidence lost", HtmlText.percent(totals.evidenceLoss()));
        term("words lost", HtmlText.percent(totals.textLoss()));
        term("comes back", HtmlText.percent(policy.overall().removed().recoverable()));
        page.raw("</dl></div>\n");
    }

    private void term(String name, String value) {
        page.element("dt", name).element("dd", value);
    }

    /** By how much a cost fell or rose. */
    static String change(double cost, double raw) {
        double change = ReplayReport.ratio(cost, raw) - 1;
        if (Math.abs(change) < 0.0005) {
            return "±0 %";
        }
        return (change < 0 ? "−" : "+") + HtmlText.percent(Math.abs(change));
    }

    /** Where the savings come from, and what was lost. */
    void section() {
        boolean saves = !policy.savedByTool().isEmpty();
        if (!saves && policy.lost().isEmpty()) {
            return;
        }
        page.element("h2", policy.policy());
        if (saves) {
            page.element("h3", "Where the savings come from");
            page.raw("<div class=\"columns\">");
            savings("by tool", policy.savedByTool());
            savings("by kind of content", policy.savedByContent());
            savings("by what was done", policy.savedByWay());
            page.raw("</div>\n");
        }
        lost();
    }

    private void savings(String title, List<Saving> savings) {
        page.raw("<div>");
        page.head(title, "outputs", "tokens saved", "");
        long most = savings.stream().mapToLong(Saving::tokens).max().orElse(1);
        for (Saving saving : savings.subList(0, Math.min(SHOWN_SAVINGS, savings.size()))) {
            page.raw("<tr><td class=\"name\">")
                    .text(saving.name().isEmpty() ? "(unknown)" : saving.name())
                    .raw("</td><td class=\"n\">" + HtmlText.number(saving.outputs()))
                    .raw("</td><td class=\"n\">" + HtmlText.number(saving.tokens()))
                    .raw("</td><td>")
                    .bar((double) saving.tokens() / Math.max(1, most))
                    .raw("</td></tr>\n");
        }
        page.foot();
        if (savings.size() > SHOWN_SAVINGS) {
            page.element("p", "note", savings.size() - SHOWN_SAVINGS + " more gave less.");
        }
        page.raw("</div>");
    }

    private void lost() {
        if (policy.lost().isEmpty()) {
            return;
        }
        page.element("h3", "What was lost");
        page.element(
                "p",
                HtmlText.number(policy.lost().size())
                        + " requests lacked an identifier that the next tool call then used. In life the model asks "
                        + "for it with context_retrieve, guesses, or reads again.");
        int told = 0;
        for (LostEvidence lost : policy.lost()) {
            if (told == SHOWN_STEPS) {
                page.element("p", "note", policy.lost().size() - told + " more are in the JSON report.");
                return;
            }
            step(lost, told < 3);
            told++;
        }
    }

    private void step(LostEvidence lost, boolean open) {
        page.raw(open ? "<details open><summary>" : "<details><summary>");
        page.text(lost.trajectory() + ", request " + lost.step() + ": " + String.join(", ", lost.identifiers()));
        page.raw("</summary>");
        for (LostIdentifier identifier : lost.details()) {
            page.raw("<dl class=\"lost\">");
            quoted("lost", identifier.identifier());
            quoted("used by", identifier.call().isEmpty() ? "message " + lost.message() : identifier.call());
            quoted(
                    "stood in message " + identifier.heldBy()
                            + (identifier.heldByTool().isEmpty() ? "" : ", " + identifier.heldByTool()),
                    identifier.around());
            quoted("shown instead", identifier.shown().isEmpty() ? "nothing, it was left out" : identifier.shown());
            page.raw("</dl>\n");
        }
        page.raw("</details>\n");
    }

    private void quoted(String name, String text) {
        page.element("dt", name).raw("<dd><code>").text(text).raw("</code></dd>");
    }
}
