package io.ambit.gateway;

import io.ambit.gateway.route.Attempts;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What happened since the process started. Thread-safe; read at any time. */
public final class GatewayCounters implements Attempts.Outcomes {
    private final LongAdder chatRequests = new LongAdder();
    private final LongAdder passedRequests = new LongAdder();
    private final LongAdder clientErrors = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();
    private final LongAdder clientsGone = new LongAdder();
    private final LongAdder planFailures = new LongAdder();
    private final LongAdder ledgerFailures = new LongAdder();
    private final LongAdder hiddenRounds = new LongAdder();
    private final LongAdder retrievals = new LongAdder();
    private final LongAdder repairs = new LongAdder();
    private final LongAdder uncounted = new LongAdder();
    private final LongAdder cutPrompts = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder fallbacks = new LongAdder();
    private final LongAdder breakerOpens = new LongAdder();
    private final LongAdder prepareNanos = new LongAdder();
    private final LongAdder firstByteNanos = new LongAdder();
    private final LongAdder totalNanos = new LongAdder();

    void countChat(int status, Duration prepare, Duration firstByte, Duration total) {
        chatRequests.increment();
        countStatus(status);
        prepareNanos.add(prepare.toNanos());
        firstByteNanos.add(firstByte.toNanos());
        totalNanos.add(total.toNanos());
    }

    void countPassed(int status) {
        passedRequests.increment();
        countStatus(status);
    }

    private void countStatus(int status) {
        if (status == 0) {
            clientsGone.increment();
        } else if (status >= 500) {
            serverErrors.increment();
        } else if (status >= 400) {
            clientErrors.increment();
        }
    }

    void countPlanFailure() {
        planFailures.increment();
    }

    void countLedgerFailure() {
        ledgerFailures.increment();
    }

    void countHiddenRound() {
        hiddenRounds.increment();
    }

    void countRetrievals(int calls) {
        retrievals.add(calls);
    }

    void countRepairs(int corrections) {
        repairs.add(corrections);
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void fellBack() {
        fallbacks.increment();
    }

    @Override
    public void opened() {
        breakerOpens.increment();
    }

    void countCutPrompt() {
        cutPrompts.increment();
    }

    void countUncounted() {
        uncounted.increment();
    }

    /** Chat requests that were answered, however. */
    public long chatRequests() {
        return chatRequests.sum();
    }

    /** Requests that were passed through unread. */
    public long passedRequests() {
        return passedRequests.sum();
    }

    /** Answers with a status from 400 to 499. */
    public long clientErrors() {
        return clientErrors.sum();
    }

    /** Answers with a status of 500 or more. */
    public long serverErrors() {
        return serverErrors.sum();
    }

    /** Clients that went away before their answer was whole. */
    public long clientsGone() {
        return clientsGone.sum();
    }

    /** Requests whose new parts went out whole because planning failed or took too long. */
    public long planFailures() {
        return planFailures.sum();
    }

    /** Requests that went out whole because the ledger failed or took too long, and records that it did not take. */
    public long ledgerFailures() {
        return ledgerFailures.sum();
    }

    /** Upstream calls that the client did not see. */
    public long hiddenRounds() {
        return hiddenRounds.sum();
    }

    /** Calls of {@code context_retrieve} that were answered. */
    public long retrievals() {
        return retrievals.sum();
    }

    /** What was set right in calls before their clients saw them. */
    public long repairs() {
        return repairs.sum();
    }

    /** Requests that went to the same upstream again, after the time that it asked for. */
    public long retries() {
        return retries.sum();
    }

    /** Requests that went to another upstream because one did not take them. */
    public long fallbacks() {
        return fallbacks.sum();
    }

    /** How often an upstream was left alone from then on. */
    public long breakerOpens() {
        return breakerOpens.sum();
    }

    /** Steps whose tokens were not counted because too many waited. */
    public long uncounted() {
        return uncounted.sum();
    }

    /** Steps whose prompt the upstream is likely to have cut, by what it counted of it. */
    public long cutPrompts() {
        return cutPrompts.sum();
    }

    /** Sum over chat requests of the time from their arrival to the call of the upstream. */
    public Duration prepareTime() {
        return Duration.ofNanos(prepareNanos.sum());
    }

    /** Sum over chat requests of the time to the first piece of the answer. */
    public Duration firstByteTime() {
        return Duration.ofNanos(firstByteNanos.sum());
    }

    /** Sum over chat requests of the time to the end of the answer. */
    public Duration totalTime() {
        return Duration.ofNanos(totalNanos.sum());
    }
}
