package io.ambit.server;

import io.ambit.core.economics.ContextMeasures;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepRecord;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.Gateway;
import io.ambit.gateway.GatewayCounters;
import io.ambit.gateway.observe.RequestObserver;
import io.ambit.gateway.route.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics in Prometheus' text format, version 0.0.4: what this process did, and the measures of the sessions that
 * were used last, as the ledger has them. More sessions than that would be labels without bound.
 */
final class MetricsPage {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsPage.class);
    private static final int MAX_SESSIONS = 50;

    private final GatewayCounters counters;
    private final RequestObserver observer;
    private final Router router;
    private final Ledger ledger;
    /** A session that did not change since it was measured, and whose steps had all ended, measures the same. */
    private Map<SessionRecord, ContextMeasures> measured = Map.of();

    MetricsPage(Gateway gateway, Ledger ledger) {
        this.counters = gateway.counters();
        this.observer = gateway.observer();
        this.router = gateway.router();
        this.ledger = ledger;
    }

    String render() {
        StringBuilder out = new StringBuilder(8192);
        process(out);
        UpstreamsText.write(out, counters, router);
        RequestSeriesText.write(out, observer);
        try {
            sessions(out);
        } catch (RuntimeException e) {
            LOG.warn("the measures of sessions cannot be read: {}", e.toString());
        }
        return out.toString();
    }

    private void process(StringBuilder out) {
        counter(out, "ambit_chat_requests_total", "Chat completions answered, however.", counters.chatRequests());
        counter(out, "ambit_passed_requests_total", "Requests passed through unread.", counters.passedRequests());
        family(out, "ambit_errors_total", "counter", "Answers that were errors, and clients that went away.");
        sample(out, "ambit_errors_total", "class=\"client\"", counters.clientErrors());
        sample(out, "ambit_errors_total", "class=\"server\"", counters.serverErrors());
        sample(out, "ambit_errors_total", "class=\"gone\"", counters.clientsGone());
        family(out, "ambit_failed_open_total", "counter", "Requests that went out whole because something failed.");
        sample(out, "ambit_failed_open_total", "part=\"plan\"", counters.planFailures());
        sample(out, "ambit_failed_open_total", "part=\"ledger\"", counters.ledgerFailures());
        counter(out, "ambit_hidden_rounds_total", "Upstream calls that clients did not see.", counters.hiddenRounds());
        counter(out, "ambit_retrievals_total", "Calls of context_retrieve answered.", counters.retrievals());
        counter(out, "ambit_tool_repairs_total", "What was set right in calls of tools.", counters.repairs());
        counter(
                out,
                "ambit_prompts_cut_total",
                "Steps whose prompt the upstream is likely to have cut.",
                counters.cutPrompts());
        counter(out, "ambit_steps_uncounted_total", "Steps whose tokens were not counted.", counters.uncounted());
        seconds(out, "ambit_prepare_seconds_total", "From arrival to the call upstream.", counters.prepareTime());
        seconds(out, "ambit_first_byte_seconds_total", "To the first piece of the answer.", counters.firstByteTime());
        seconds(out, "ambit_answer_seconds_total", "To the end of the answer.", counters.totalTime());
    }

    private void sessions(StringBuilder out) {
        Map<SessionRecord, ContextMeasures> all = measure();
        gauge(out, all, "ambit_session_iterations", "Answered requests.", ContextMeasures::iterations);
        gauge(
                out,
                all,
                "ambit_session_tokens_per_iteration",
                "Tokens sent and received, mean.",
                ContextMeasures::tokensPerIteration);
        gauge(out, all, "ambit_session_context_tokens", "Context built, mean.", ContextMeasures::averageContext);
        gauge(
                out,
                all,
                "ambit_session_tokens_over_16_iterations",
                "Most tokens of contexts over 16 iterations.",
                ContextMeasures::tokensOver16);
        gauge(out, all, "ambit_session_retrievals", "Calls of context_retrieve.", ContextMeasures::retrievals);
        gauge(
                out,
                all,
                "ambit_session_retrieve_share",
                "Share of tool calls that were context_retrieve.",
                ContextMeasures::retrieveShare);
        gauge(
                out,
                all,
                "ambit_session_dedup_hit_rate",
                "Share of tool outputs seen before.",
                ContextMeasures::dedupHitRate);
        gauge(
                out,
                all,
                "ambit_session_summary_failures",
                "Summaries that could not be made.",
                ContextMeasures::summaryFailures);
        family(out, "ambit_session_alert", "gauge", "1 where a measure of the session is out of bounds.");
        all.forEach((session, measures) -> measures.alerts()
                .forEach(alert ->
                        sample(out, "ambit_session_alert", labels(session) + ",alert=\"" + alert.name() + "\"", 1)));
    }

    private synchronized Map<SessionRecord, ContextMeasures> measure() {
        List<SessionRecord> recent = new ArrayList<>();
        for (Space space : ledger.spaces()) {
            recent.addAll(ledger.sessions(space));
        }
        recent.sort(Comparator.comparing(SessionRecord::lastRequest).reversed());
        Map<SessionRecord, ContextMeasures> now = new LinkedHashMap<>();
        Map<SessionRecord, ContextMeasures> settled = new LinkedHashMap<>();
        for (SessionRecord session : recent.subList(0, Math.min(recent.size(), MAX_SESSIONS))) {
            ContextMeasures known = measured.get(session);
            if (known != null) {
                now.put(session, known);
                settled.put(session, known);
                continue;
            }
            List<StepRecord> steps = ledger.steps(session.space(), session.id());
            ContextMeasures fresh = ContextMeasures.of(session, steps);
            now.put(session, fresh);
            if (steps.stream().allMatch(MetricsPage::isSettled)) {
                settled.put(session, fresh);
            }
        }
        measured = settled;
        return now;
    }

    private static boolean isSettled(StepRecord step) {
        return step.end() != null && step.end().tokensOut() > 0;
    }

    private static void gauge(
            StringBuilder out,
            Map<SessionRecord, ContextMeasures> all,
            String name,
            String help,
            ToDoubleFunction<ContextMeasures> value) {
        family(out, name, "gauge", help);
        all.forEach((session, measures) -> sample(out, name, labels(session), value.applyAsDouble(measures)));
    }

    /** Both ids consist of characters that need no escape. */
    private static String labels(SessionRecord session) {
        return "space=\"" + session.space() + "\",session=\"" + session.id() + "\"";
    }

    private static void counter(StringBuilder out, String name, String help, long value) {
        family(out, name, "counter", help);
        sample(out, name, "", value);
    }

    private static void seconds(StringBuilder out, String name, String help, Duration value) {
        family(out, name, "counter", help);
        sample(out, name, "", value.toNanos() / 1e9);
    }

    private static void family(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder out, String name, String labels, long value) {
        name(out, name, labels).append(value).append('\n');
    }

    private static void sample(StringBuilder out, String name, String labels, double value) {
        name(out, name, labels).append(value).append('\n');
    }

    private static StringBuilder name(StringBuilder out, String name, String labels) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        return out.append(' ');
    }
}
