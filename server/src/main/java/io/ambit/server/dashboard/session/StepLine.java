package io.ambit.server.dashboard.session;

import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Figures;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step as it is listed. */
public record StepLine(StepRecord step) {
    public String address() {
        return address(step, step.id().number());
    }

    static String address(StepRecord step, int number) {
        return Address.of("/sessions")
                .step(step.id().space().id())
                .step(step.id().session().value())
                .step("steps")
                .step(String.valueOf(number))
                .toString();
    }

    public @Nullable StepEnd end() {
        return step.end();
    }

    /** HTTP status or what there is instead of one. */
    public String status() {
        StepEnd end = step.end();
        if (end == null) {
            return "no end yet";
        }
        return end.status() == 0 ? "client went away" : String.valueOf(end.status());
    }

    public boolean isFailed() {
        StepEnd end = step.end();
        return end != null
                && (end.status() == 0 || end.status() >= 400 || !end.error().isEmpty());
    }

    public long tokensIn() {
        StepEnd end = step.end();
        return end == null ? 0 : end.tokensIn();
    }

    public long tokensOut() {
        StepEnd end = step.end();
        return end == null ? 0 : end.tokensOut();
    }

    /** Usage of the call whose answer the client saw. */
    public Usage usage() {
        StepEnd end = step.end();
        return end == null || end.rounds().isEmpty()
                ? Usage.UNKNOWN
                : end.rounds().getLast();
    }

    /** A number of tokens as the upstream reported it. */
    public static String reported(long tokens) {
        return tokens < 0 ? "not said" : Figures.count(tokens);
    }

    /** What was decided and what went wrong, in words; "" for nothing. */
    public String decided() {
        Map<String, String> all = new TreeMap<>();
        step.decided().forEach((kind, count) -> all.put(kind, String.valueOf(count)));
        StepEnd end = step.end();
        if (end != null && end.retrievals() > 0) {
            all.put("retrieved", String.valueOf(end.retrievals()));
        }
        if (step.retries() > 0) {
            all.put("retries", String.valueOf(step.retries()));
        }
        if (!step.failedOpen().isEmpty()) {
            all.put("not planned:", step.failedOpen());
        }
        if (end != null && !end.error().isEmpty()) {
            all.put("error:", end.error());
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
