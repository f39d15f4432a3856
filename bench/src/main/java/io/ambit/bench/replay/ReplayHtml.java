package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.economics.ReplayTotals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A report as one page that needs nothing else: no script, no font, no picture from anywhere, light or dark. */
public final class ReplayHtml {
    private static final int TOOLS = 20;

    private final ReplayReport report;
    private final StringBuilder out = new StringBuilder();

    private ReplayHtml(ReplayReport report) {
        this.report = report;
    }

    /** The page. */
    public static String of(ReplayReport report) {
        return new ReplayHtml(report).page();
    }

    private String page() {
        out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.append("<meta http-equiv=\"Content-Security-Policy\" ");
        out.append("content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        out.append("<title>Ambit replay</title><style>").append(style()).append("</style></head><body>");
        out.append("<h1>Ambit replay</h1><p>").append(HtmlText.number(report.trajectories()));
        out.append(" sessions, ")
                .append(HtmlText.number(report.raw().steps()))
                .append(" requests, tokens counted with ");
        out.append(HtmlText.escaped(report.tokens())).append(". Percentages are shares of what unchanged sessions ");
        out.append("cost. A replay holds the session fixed: it does not show how the agent would have gone on ");
        out.append("otherwise, so read each saving beside its losses.</p>");
        scores("All sessions", report.raw(), false);
        if (report.longTrajectories() > 0) {
            scores(
                    "Sessions of " + ReplayReport.LONG + " requests or more: " + report.longTrajectories(),
                    report.rawLong(),
                    true);
        }
        chart();
        tools();
        largest();
        for (PolicyReport policy : report.policies()) {
            lost(policy);
        }
        problems();
        return out.append("</body></html>\n").toString();
    }

    private void scores(String title, ReplayTotals raw, boolean longOnes) {
        heading(title);
        head(
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
                "build p50 / p99 / max");
        for (PolicyReport policy : report.policies()) {
            PolicyScores scores = longOnes ? policy.longOnes() : policy.overall();
            ReplayTotals totals = scores.totals();
            row(
                    policy.policy(),
                    amount(totals.sent(), raw.sent()),
                    amount(totals.uncached(), raw.uncached()),
                    amount(totals.priced(), raw.priced()),
                    amount(totals.charged(), raw.charged()),
                    amount(totals.peak(), raw.peak()),
                    HtmlText.percent(totals.evidenceLoss()),
                    HtmlText.percent(totals.textLoss()),
                    HtmlText.percent(scores.removed().recoverable()),
                    String.format(Locale.ROOT, "%.3f", totals.retrievalsPerStep()),
                    String.format(
                            Locale.ROOT,
                            "%.2f / %.2f / %.2f ms",
                            scores.build().p50(),
                            scores.build().p99(),
                            scores.build().max()));
        }
        foot();
    }

    private void chart() {
        heading("Cost of each request");
        out.append("<p>Mean priced cost of the n-th request of a session, in plain input tokens.</p>");
        LineChart chart = new LineChart("Priced cost by step and policy", "request");
        for (PolicyReport policy : report.policies()) {
            chart.add(
                    policy.policy(),
                    policy.costs().stream().map(StepCost::priced).toList());
        }
        out.append(chart.svg());
    }

    private void tools() {
        heading("Where the tokens go, by tool");
        head("tool", "outputs", "tokens", "tokens sent, repeats included", "");
        List<ToolShare> tools = report.tools();
        long most = tools.stream().mapToLong(ToolShare::sent).max().orElse(1);
        for (ToolShare tool : tools.subList(0, Math.min(TOOLS, tools.size()))) {
            out.append("<tr><td>").append(HtmlText.escaped(tool.tool().isEmpty() ? "(unknown)" : tool.tool()));
            for (long value : new long[] {tool.outputs(), tool.tokens(), tool.sent()}) {
                out.append("</td><td>").append(HtmlText.number(value));
            }
            out.append("</td><td><svg class=\"bar\" viewBox=\"0 0 200 12\"><rect class=\"c0\" height=\"12\" width=\"");
            out.append(String.format(Locale.ROOT, "%.1f", 200.0 * tool.sent() / Math.max(1, most)));
            out.append("\"/></svg></td></tr>");
        }
        foot();
        if (tools.size() > TOOLS) {
            out.append("<p>").append(tools.size() - TOOLS).append(" more tools gave less.</p>");
        }
    }

    private void largest() {
        heading("The largest outputs");
        head("session", "message", "tool", "tokens", "begins");
        for (LargeOutput output : report.largest()) {
            row(
                    output.trajectory(),
                    Integer.toString(output.message()),
                    output.tool(),
                    HtmlText.number(output.tokens()),
                    output.beginning());
        }
        foot();
    }

    private void lost(PolicyReport policy) {
        if (policy.lost().isEmpty()) {
            return;
        }
        heading("Lost under " + policy.policy());
        out.append("<details><summary>").append(HtmlText.number(policy.lost().size()));
        out.append(" requests lacked an identifier that the step then used</summary>");
        head("session", "step", "identifiers");
        for (LostEvidence lost : policy.lost()) {
            row(lost.trajectory(), Integer.toString(lost.step()), String.join(", ", lost.identifiers()));
        }
        foot();
        out.append("</details>");
    }

    private void problems() {
        if (report.problems().isEmpty()) {
            return;
        }
        heading("Skipped");
        out.append("<ul>");
        for (InputProblem problem : report.problems()) {
            out.append("<li>").append(HtmlText.escaped(problem.toString())).append("</li>");
        }
        out.append("</ul>");
    }

    private void heading(String text) {
        out.append("<h2>").append(HtmlText.escaped(text)).append("</h2>\n");
    }

    private void head(String... cells) {
        out.append("<div class=\"wide\"><table><thead><tr>");
        for (String cell : cells) {
            out.append("<th>").append(HtmlText.escaped(cell)).append("</th>");
        }
        out.append("</tr></thead><tbody>");
    }

    private void row(String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append("<td>").append(HtmlText.escaped(cell)).append("</td>");
        }
        out.append("</tr>\n");
    }

    private void foot() {
        out.append("</tbody></table></div>");
    }

    private static String amount(long value, long raw) {
        return amount((double) value, (double) raw);
    }

    private static String amount(double value, double raw) {
        return HtmlText.number(value) + " (" + HtmlText.percent(ReplayReport.ratio(value, raw)) + ")";
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
