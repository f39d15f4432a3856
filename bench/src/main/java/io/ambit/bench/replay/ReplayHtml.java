package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.economics.ReplayTotals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as one page that needs nothing else: no script, no font, no picture from anywhere, light or dark. */
public final class ReplayHtml {
    private static final int TOOLS = 20;

    private final ReplayReport report;
    private final HtmlPage page = new HtmlPage();

    private ReplayHtml(ReplayReport report) {
        this.report = report;
    }

    /** The page. */
    public static String of(ReplayReport report) {
        return new ReplayHtml(report).whole();
    }

    private String whole() {
        page.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\" ")
                .raw("content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .raw("<title>Ambit replay</title><style>")
                .raw(style())
                .raw("</style></head><body>\n");
        page.element("h1", "Ambit replay");
        page.element("p", "lead", what());
        page.raw("<div class=\"cards\">");
        report.policies().forEach(policy -> new PolicyHtml(policy, report, page).card());
        page.raw("</div>\n");
        page.element(
                "p",
                "note",
                "A replay holds the sessions fixed: it does not show how the agent would have gone on otherwise. "
                        + "So read each saving beside its losses.");
        RecordingsText.of(report).forEach(line -> page.element("p", "note", line));
        chart();
        scores("All sessions", report.raw(), false);
        if (report.longTrajectories() > 0 && report.longTrajectories() < report.trajectories()) {
            scores(
                    "Sessions of " + ReplayReport.LONG + " requests or more: " + report.longTrajectories(),
                    report.rawLong(),
                    true);
        }
        report.policies().forEach(policy -> new PolicyHtml(policy, report, page).section());
        tools();
        largest();
        problems();
        return page.raw("</body></html>\n").toString();
    }

    private String what() {
        List<String> agents = new ArrayList<>();
        report.recordings().agents().forEach((agent, sessions) -> {
            if (!agent.isEmpty()) {
                agents.add(agent + " (" + sessions + ")");
            }
        });
        return HtmlText.number(report.trajectories()) + (report.trajectories() == 1 ? " session" : " sessions")
                + (agents.isEmpty() ? "" : " of " + String.join(", ", agents)) + ", "
                + HtmlText.number(report.raw().steps()) + " requests, "
                + HtmlText.number(report.raw().sent()) + " tokens sent, counted with " + report.tokens() + ".";
    }

    private void scores(String title, ReplayTotals raw, boolean longOnes) {
        page.element("h2", title);
        page.head(
                "policy",
                "sent",
                "uncached",
                "priced",
                "charged",
                "peak",
                "evidence loss",
                "text loss",
                "recoverable",
                "retrievals a request",
                "build p50, p99, max");
        for (PolicyReport policy : report.policies()) {
            PolicyScores scores = longOnes ? policy.longOnes() : policy.overall();
            ReplayTotals totals = scores.totals();
            page.row(
                    policy.policy(),
                    amount((double) totals.sent(), (double) raw.sent()),
                    amount((double) totals.uncached(), (double) raw.uncached()),
                    amount(totals.priced(), raw.priced()),
                    amount(totals.charged(), raw.charged()),
                    amount((double) totals.peak(), (double) raw.peak()),
                    HtmlText.percent(totals.evidenceLoss()),
                    HtmlText.percent(totals.textLoss()),
                    HtmlText.percent(scores.removed().recoverable()),
                    String.format(Locale.ROOT, "%.3f", totals.retrievalsPerStep()),
                    String.format(
                            Locale.ROOT,
                            "%.2f\n%.2f\n%.2f ms",
                            scores.build().p50(),
                            scores.build().p99(),
                            scores.build().max()));
        }
        page.foot();
        page.element(
                "p",
                "note",
                "Tokens, and shares of the unchanged sessions. Priced: 0.1 for a cached token, 1.25 for an uncached "
                        + "one. Charged: with a retrieval for each identifier that was lost.");
    }

    private void chart() {
        page.element("h2", "Cost of each request");
        LineChart chart = new LineChart("Priced cost by step and policy", "request");
        for (PolicyReport policy : report.policies()) {
            chart.add(
                    policy.policy(),
                    policy.costs().stream().map(StepCost::priced).toList());
        }
        page.raw(chart.svg());
        page.element("p", "note", "Mean priced cost of the n-th request of a session, in plain input tokens.");
    }

    private void tools() {
        page.element("h2", "Where the tokens go, by tool");
        page.head("tool", "outputs", "tokens", "tokens sent, repeats included", "");
        List<ToolShare> tools = report.tools();
        long most = tools.stream().mapToLong(ToolShare::sent).max().orElse(1);
        for (ToolShare tool : tools.subList(0, Math.min(TOOLS, tools.size()))) {
            page.raw("<tr><td class=\"name\">").text(tool.tool().isEmpty() ? "(unknown)" : tool.tool());
            for (long value : new long[] {tool.outputs(), tool.tokens(), tool.sent()}) {
                page.raw("</td><td class=\"n\">").raw(HtmlText.number(value));
            }
            page.raw("</td><td>").bar((double) tool.sent() / Math.max(1, most)).raw("</td></tr>\n");
        }
        page.foot();
        if (tools.size() > TOOLS) {
            page.element("p", "note", tools.size() - TOOLS + " more tools gave less.");
        }
    }

    private void largest() {
        page.element("h2", "The largest outputs");
        page.head("tokens", "tool", "session", "message", "begins");
        for (LargeOutput output : report.largest()) {
            page.raw("<tr><td class=\"n\">" + HtmlText.number(output.tokens()) + "</td><td class=\"name\">")
                    .text(output.tool())
                    .raw("</td><td class=\"name\">")
                    .text(output.trajectory())
                    .raw("</td><td class=\"n\">" + output.message() + "</td><td class=\"quote\"><code>")
                    .text(output.beginning())
                    .raw("</code></td></tr>\n");
        }
        page.foot();
    }

    private void problems() {
        if (report.problems().isEmpty()) {
            return;
        }
        page.element("h2", "Skipped");
        page.raw(report.problems().stream()
                .map(InputProblem::toString)
                .map(problem -> "<li>" + HtmlText.escaped(problem) + "</li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>\n")));
    }

    private static String amount(double value, double raw) {
        return HtmlText.number(value) + "\n" + HtmlText.percent(ReplayReport.ratio(value, raw));
    }

    private static String style() {
        try (InputStream in = ReplayHtml.class.getResourceAsStream("replay.css")) {
            if (in == null) {
                throw new IllegalStateException("replay.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("replay.css cannot be read", e);
        }
    }
}
