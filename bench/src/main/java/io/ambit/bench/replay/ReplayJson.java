package io.ambit.bench.replay;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.economics.ReplayTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as an object of maps, lists, texts and numbers; its keys are described in docs/replay.md and stay. */
public final class ReplayJson {
    private ReplayJson() {}

    /** The whole report. */
    public static Map<String, Object> of(ReplayReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("tokens", report.tokens());
        object.put("trajectories", report.trajectories());
        object.put("steps", report.raw().steps());
        object.put("longMinSteps", ReplayReport.LONG);
        object.put("longTrajectories", report.longTrajectories());
        object.put("longSteps", report.rawLong().steps());
        object.put("skipped", report.problems().size());
        object.put(
                "policies",
                report.policies().stream().map(policy -> policy(policy, report)).toList());
        object.put("tools", report.tools().stream().map(ReplayJson::tool).toList());
        object.put(
                "largestOutputs",
                report.largest().stream().map(ReplayJson::output).toList());
        object.put("timed", timed(report.timed()));
        object.put("money", ReplayMoneyJson.of(report.money()));
        object.put("recordings", RecordingsJson.of(report.recordings()));
        object.put(
                "problems", report.problems().stream().map(ReplayJson::problem).toList());
        return object;
    }

    private static Map<String, Object> policy(PolicyReport policy, ReplayReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("policy", policy.policy());
        object.put("overall", scores(policy.overall(), report.raw()));
        object.put("long", scores(policy.longOnes(), report.rawLong()));
        if (report.timed().sessions() > 0) {
            Map<String, Object> timed = new LinkedHashMap<>();
            timed.put("priced", rounded(policy.timed().priced()));
            timed.put(
                    "pricedRatio", ratio(policy.timed().priced(), report.timed().priced()));
            object.put("timed", timed);
        }
        if (report.money().isKnown()) {
            object.put("dollars", rounded(policy.dollars()));
            object.put("dollarsRatio", ratio(policy.dollars(), report.money().dollars()));
        }
        object.put("savedByTool", savings(policy.savedByTool()));
        object.put("savedByContent", savings(policy.savedByContent()));
        object.put("savedByWay", savings(policy.savedByWay()));
        object.put("costByStep", policy.costs().stream().map(ReplayJson::cost).toList());
        object.put("lost", policy.lost().stream().map(ReplayJson::lost).toList());
        return object;
    }

    private static Map<String, Object> scores(PolicyScores scores, ReplayTotals raw) {
        ReplayTotals totals = scores.totals();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("steps", totals.steps());
        object.put("sent", totals.sent());
        object.put("uncached", totals.uncached());
        object.put("priced", rounded(totals.priced()));
        object.put("charged", rounded(totals.charged()));
        object.put("peak", totals.peak());
        object.put("sentRatio", ratio(totals.sent(), raw.sent()));
        object.put("uncachedRatio", ratio(totals.uncached(), raw.uncached()));
        object.put("pricedRatio", ratio(totals.priced(), raw.priced()));
        object.put("chargedRatio", ratio(totals.charged(), raw.charged()));
        object.put("peakRatio", ratio(totals.peak(), raw.peak()));
        object.put("evidenceSteps", totals.evidenceSteps());
        object.put("lostSteps", totals.lostSteps());
        object.put("evidenceLoss", rounded(totals.evidenceLoss()));
        object.put("words", totals.words());
        object.put("lostWords", totals.lostWords());
        object.put("textLoss", rounded(totals.textLoss()));
        object.put("retrievals", totals.retrievals());
        object.put("retrievalsPerStep", rounded(totals.retrievalsPerStep()));
        object.put("recoverable", rounded(scores.removed().recoverable()));
        object.put("recoverableOfCuts", rounded(scores.removed().recoverableOfCuts()));
        object.put("removedCharacters", removed(scores.removed()));
        object.put("buildMillis", millis(scores.build()));
        return object;
    }

    private static Map<String, Object> removed(Removed removed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cut", removed.cut());
        object.put("cutRecovered", removed.cutRecovered());
        object.put("dropped", removed.dropped());
        object.put("droppedRecovered", removed.droppedRecovered());
        object.put("prose", removed.prose());
        return object;
    }

    private static Map<String, Object> millis(BuildTimes build) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("p50", rounded(build.p50()));
        object.put("p99", rounded(build.p99()));
        object.put("max", rounded(build.max()));
        return object;
    }

    private static Map<String, Object> cost(StepCost cost) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("step", cost.step());
        object.put("trajectories", cost.trajectories());
        object.put("priced", rounded(cost.priced()));
        object.put("sent", rounded(cost.sent()));
        return object;
    }

    private static Map<String, Object> lost(LostEvidence lost) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("trajectory", lost.trajectory());
        object.put("step", lost.step());
        object.put("message", lost.message());
        object.put("identifiers", List.copyOf(lost.identifiers()));
        object.put("details", lost.details().stream().map(ReplayJson::detail).toList());
        return object;
    }

    private static Map<String, Object> detail(LostIdentifier lost) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("identifier", lost.identifier());
        object.put("call", lost.call());
        object.put("heldBy", lost.heldBy());
        object.put("heldByTool", lost.heldByTool());
        object.put("around", lost.around());
        object.put("shown", lost.shown());
        return object;
    }

    private static Map<String, Object> timed(Timed timed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("sessions", timed.sessions());
        object.put("requests", timed.requests());
        object.put("expiries", timed.expiries());
        object.put("priced", rounded(timed.priced()));
        return object;
    }

    private static List<Map<String, Object>> savings(List<Saving> savings) {
        return savings.stream()
                .map(saving -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("name", saving.name());
                    object.put("outputs", saving.outputs());
                    object.put("tokens", saving.tokens());
                    return object;
                })
                .toList();
    }

    private static Map<String, Object> tool(ToolShare tool) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("tool", tool.tool());
        object.put("outputs", tool.outputs());
        object.put("tokens", tool.tokens());
        object.put("sent", tool.sent());
        return object;
    }

    private static Map<String, Object> output(LargeOutput output) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("trajectory", output.trajectory());
        object.put("message", output.message());
        object.put("tool", output.tool());
        object.put("tokens", output.tokens());
        object.put("beginning", output.beginning());
        return object;
    }

    private static Map<String, Object> problem(InputProblem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", problem.file());
        object.put("line", problem.line());
        object.put("message", problem.message());
        return object;
    }

    private static double ratio(long part, long whole) {
        return ratio((double) part, (double) whole);
    }

    private static double ratio(double part, double whole) {
        return rounded(ReplayReport.ratio(part, whole));
    }

    /** Four digits after the point. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
