package io.ambit.cli;

import io.ambit.core.economics.ContextMeasures;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.core.tooluse.offer.UnusedTools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sessions and steps as {@code --json} shows them. What the upstream did not report is null. */
final class SessionJson {
    private SessionJson() {}

    static Map<String, Object> session(SessionRecord session) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", session.id().value());
        object.put("space", session.space().id());
        object.put("clientSession", session.clientSession());
        object.put("client", session.client());
        object.put("model", session.model());
        object.put("started", session.started().toString());
        object.put("lastRequest", session.lastRequest().toString());
        object.put("steps", session.steps());
        object.put("branches", session.branches());
        object.put("messages", session.messages());
        object.put("summaries", session.summaries());
        object.put("summaryFailures", session.summaryFailures());
        return object;
    }

    /** The session with its measures and the tools that it did not use, and its steps in place of their number. */
    static Map<String, Object> sessionWithSteps(SessionRecord session, List<StepRecord> steps, UnusedTools tools) {
        Map<String, Object> object = session(session);
        object.put("steps", steps.stream().map(SessionJson::step).toList());
        ContextMeasures measures = ContextMeasures.of(session, steps);
        object.put("measures", measures(measures));
        object.put(
                "alerts",
                measures.alerts().stream()
                        .map(alert -> Map.of("name", alert.name(), "text", alert.text()))
                        .toList());
        object.put("tools", tools(tools));
        return object;
    }

    private static Map<String, Object> tools(UnusedTools tools) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("offered", tools.offered());
        object.put(
                "unused",
                tools.unused().stream()
                        .map(each -> Map.of("name", each.tool(), "tokens", each.tokens()))
                        .toList());
        object.put("unusedTokens", tools.tokens());
        return object;
    }

    private static Map<String, Object> measures(ContextMeasures measures) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("iterations", measures.iterations());
        object.put("tokensPerIteration", measures.tokensPerIteration());
        object.put("averageContext", measures.averageContext());
        object.put("tokensOver16", measures.tokensOver16());
        object.put("toolCalls", measures.toolCalls());
        object.put("retrievals", measures.retrievals());
        object.put("retrieveShare", measures.retrieveShare());
        object.put("dedupHits", measures.dedupHits());
        object.put("dedupHitRate", measures.dedupHitRate());
        object.put("summaries", measures.summaries());
        object.put("summaryFailures", measures.summaryFailures());
        return object;
    }

    private static Map<String, Object> step(StepRecord step) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", step.id().number());
        object.put("at", step.at().toString());
        object.put("tip", step.tip().toString());
        object.put("messages", step.messages());
        object.put("model", step.model());
        object.put("policy", step.policy());
        object.put("bytesIn", step.bytesIn());
        object.put("bytesOut", step.bytesOut());
        object.put("decided", new TreeMap<>(step.decided()));
        object.put("retries", step.retries());
        object.put("failedOpen", step.failedOpen());
        StepEnd end = step.end();
        object.put("end", end == null ? null : end(end));
        return object;
    }

    private static Map<String, Object> end(StepEnd end) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("status", end.status());
        object.put("usage", end.rounds().stream().map(SessionJson::usage).toList());
        object.put("tokensIn", end.tokensIn());
        object.put("tokensOut", end.tokensOut());
        object.put("firstByteMillis", end.firstByte().toMillis());
        object.put("totalMillis", end.total().toMillis());
        object.put("retrievals", end.retrievals());
        object.put("route", route(end.route()));
        object.put("error", end.error());
        return object;
    }

    private static Map<String, Object> route(Route route) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("upstream", route.upstream());
        object.put("model", route.model());
        object.put("reason", route.reason());
        object.put("propensity", route.propensity());
        object.put("notes", route.notes());
        object.put("failure", route.failure());
        return object;
    }

    private static Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("input", known(usage.input()));
        object.put("cached", known(usage.cached()));
        object.put("output", known(usage.output()));
        return object;
    }

    private static @Nullable Long known(long tokens) {
        return tokens < 0 ? null : tokens;
    }
}
