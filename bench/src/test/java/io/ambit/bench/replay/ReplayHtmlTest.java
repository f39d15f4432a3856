package io.ambit.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.economics.ReplayTotals;
import io.ambit.wire.logs.Lack;
import io.ambit.wire.logs.LogUsage;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReplayHtmlTest {
    private static final String EVIL = "<script>alert('1')</script>\"&\u0007\ud800";

    private final PolicyScores scores = new PolicyScores(
            new ReplayTotals(2, 300, 200, 250, 260, 200, 2, 1, 4, 1, 1),
            new Removed(100, 50, 0, 0, 0),
            new BuildTimes(1, 2, 3));

    @Test
    void of_textFromOutside_isEscapedEverywhere() {
        String page = ReplayHtml.of(report(EVIL));

        assertThat(page).doesNotContain("<script").doesNotContain("alert('").doesNotContain("\u0007");
        // Policy (scores, chart, its dots, heading), session, tool, output, identifier, problem, counter.
        assertThat(page.split("&lt;script&gt;alert\\(&#39;1&#39;\\)&lt;/script&gt;&quot;&amp;", -1))
                .hasSizeGreaterThan(10);
    }

    @Test
    void of_report_isOnePageWithoutAnythingFromOutside() {
        String page = ReplayHtml.of(report("plain"));

        Matcher outside = Pattern.compile("(?i)(src=|href|url\\(|@import|http)")
                .matcher(page.replace("http-equiv", "").replace("-src ", ""));
        assertThat(outside.find()).isFalse();
        assertThat(page).startsWith("<!doctype html>").contains("prefers-color-scheme: dark", "default-src 'none'");
    }

    @Test
    void of_report_showsScoresChartToolsOutputsAndLosses() {
        String page = ReplayHtml.of(report("plain"));

        assertThat(page)
                .contains("300<br>75.0 %", "50.0 %", "25.0 %", "1.00<br>2.00<br>3.00 ms")
                .contains("<polyline", "Where the tokens go, by tool", "<rect", "The largest outputs")
                .contains("What was lost", "lib/Main.java", "shown instead", "runs.jsonl:3: broken")
                .contains("Where the savings come from", "by kind of content");
    }

    @Test
    void of_reportWithABill_showsItBeforeAndAfter() {
        String page = ReplayHtml.of(report("plain"));

        assertThat(page)
                .contains("$2.50 → $1.50", "−40.0 %", "−37.5 %", "No price is known for plain")
                .contains("1 request came after a pause", "plain 75.0 %")
                .contains("Not in the recordings, so not in the figures: the definitions of the tools.");
    }

    private ReplayReport report(String text) {
        ReplayTotals raw = new ReplayTotals(2, 400, 300, 400, 400, 300, 2, 0, 4, 0, 0);
        PolicyReport policy = new PolicyReport(
                text,
                scores,
                scores,
                List.of(new LostEvidence(
                        text,
                        1,
                        3,
                        List.of("lib/Main.java", text),
                        List.of(new LostIdentifier(text, text, 2, text, text, text)))),
                List.of(new StepCost(0, 1, 100, 120), new StepCost(1, 1, 150, 180)),
                new Timed(1, 2, 1, 300),
                1.5,
                List.of(new Saving(text, 1, 100)),
                List.of(new Saving(text, 1, 100)),
                List.of(new Saving("cut", 1, 100)));
        return new ReplayReport(
                text,
                1,
                1,
                raw,
                raw,
                List.of(policy),
                List.of(new ToolShare(text, 3, 50, 100)),
                List.of(new LargeOutput(text, 2, text, 40, text)),
                List.of(new InputProblem("runs.jsonl", 3, "broken " + text)),
                new Timed(1, 2, 1, 400),
                new Money(2.5, new LogUsage(100, 200, 50, 0, 30), 1, 2, 0, List.of(text)),
                new Recordings(Map.of(text, 1), Map.of(Lack.TOOLS, 1), 1, 2, Map.of(text, Map.of(text, 3L))));
    }
}
