package io.ambit.gateway;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.spi.Ledger;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records how steps ended, after their clients have their answers: at once what the answer said, with the tokens as
 * Ambit counts them; where there is much to count, that follows later, by one thread with a bounded queue. Counting keeps a processor busy, so it has a thread
 * of the operating system's, which shares with others, and not a virtual one, which does not.
 */
final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MAX_WAITING = 256;
    /** What is counted in a few milliseconds, and so is not worth a record of its own. */
    private static final long MAX_QUICK_CHARS = 32 * 1024;

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final TokenTally tally;
    private final PromptCheck check;
    private final LedgerThreads threads;
    private final GatewayCounters counters;
    private final ThreadPoolExecutor counting;
    private final Unrecorded unrecorded;

    Recorder(
            Ledger ledger,
            TokenTally tally,
            PromptCheck check,
            LedgerThreads threads,
            Unrecorded unrecorded,
            GatewayCounters counters) {
        this.ledger = ledger;
        this.tally = tally;
        this.check = check;
        this.threads = threads;
        this.unrecorded = unrecorded;
        this.counters = counters;
        counting = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().daemon().name("ambit-tokens").factory());
    }

    /** A step whose client is about to have the end of its answer. */
    Unrecorded.Step expect(Space space, Transcript transcript, Unrecorded.Part part) {
        return unrecorded.add(space, transcript, null, part);
    }

    /** Records the end of a step, and its tokens when they are counted. Returns at once. */
    void record(
            Prepared.Step step,
            StepEnd end,
            Prepared prepared,
            String retrieveTool,
            Unrecorded.@Nullable Step expected) {
        try {
            threads.beside(() -> {
                boolean quick = false;
                StepId id = null;
                try {
                    id = step.id().join();
                    quick = tally.uncounted(prepared) <= MAX_QUICK_CHARS;
                    finish(id, quick ? counted(end, prepared, retrieveTool) : end);
                } catch (CompletionException e) {
                    LOG.debug("the step was not recorded, so its end is not", e);
                } finally {
                    done(expected);
                }
                if (id != null && !quick) {
                    countLater(id, end, prepared, retrieveTool);
                }
            });
        } catch (RejectedExecutionException e) {
            done(expected);
            counters.countLedgerFailure();
        }
    }

    private StepEnd counted(StepEnd end, Prepared prepared, String retrieveTool) {
        TokenTally.Tally tokens = tally.tally(prepared, retrieveTool);
        return check.checked(end, prepared, tokens.out()).withTokens(tokens.in(), tokens.out());
    }

    private static void done(Unrecorded.@Nullable Step expected) {
        if (expected != null) {
            expected.done();
        }
    }

    private void countLater(StepId step, StepEnd end, Prepared prepared, String retrieveTool) {
        try {
            counting.execute(() -> finish(step, counted(end, prepared, retrieveTool)));
        } catch (RejectedExecutionException e) {
            counters.countUncounted();
        }
    }

    private void finish(StepId step, StepEnd end) {
        try {
            ledger.finish(step, end);
        } catch (RuntimeException e) {
            counters.countLedgerFailure();
            LOG.warn("step {} of {}: its end is not recorded: {}", step.number(), step.session(), e.toString());
        }
    }

    /** Waits for what is queued. */
    @Override
    public void close() {
        counting.shutdown();
        try {
            if (!counting.awaitTermination(DRAIN.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn(
                        "{} steps are left without a token count",
                        counting.getQueue().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
