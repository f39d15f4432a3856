package io.ambit.bench.fuzz;

import io.ambit.wire.WireCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Runs many cases of one format, one after the other, under the eyes of a watchdog. */
public final class FuzzRun {
    /** Longer than a pause of the garbage collector on a busy machine, and far longer than any of these bodies takes. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int MAX_FAILURES = 20;

    private final WireCodec codec;
    private final long firstSeed;
    private final long cases;
    private final List<FuzzFailure> failures = new ArrayList<>();
    private final AtomicLong current = new AtomicLong(-1);
    private final AtomicLong since = new AtomicLong();
    private long accepted;
    private long refused;
    private long answers;
    private long crashes;
    private long changed;
    private long slowest;
    private long done;

    private FuzzRun(WireCodec codec, long firstSeed, long cases) {
        this.codec = codec;
        this.firstSeed = firstSeed;
        this.cases = cases;
    }

    /** Runs the cases of the seeds from {@code firstSeed} on. A case that hangs ends the run. */
    public static FuzzReport run(WireCodec codec, long firstSeed, long cases) throws InterruptedException {
        return new FuzzRun(codec, firstSeed, cases).run();
    }

    private FuzzReport run() throws InterruptedException {
        long begun = System.nanoTime();
        since.set(begun);
        Thread worker = Thread.ofPlatform().daemon().name("fuzz").start(this::work);
        long hung = -1;
        while (worker.isAlive() && hung < 0) {
            worker.join(Duration.ofMillis(200));
            long seed = current.get();
            if (worker.isAlive() && System.nanoTime() - since.get() > LIMIT.toNanos() && seed == current.get()) {
                hung = seed;
            }
        }
        return report(hung, (System.nanoTime() - begun) / 1e9);
    }

    private void work() {
        FuzzCase fuzz = new FuzzCase(codec);
        for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
            long start = System.nanoTime();
            since.set(start);
            current.set(seed);
            String wrong = one(fuzz, seed);
            synchronized (this) {
                done++;
                slowest = Math.max(slowest, System.nanoTime() - start);
                if (wrong != null && failures.size() < MAX_FAILURES) {
                    failures.add(new FuzzFailure(seed, wrong));
                }
            }
        }
    }

    /** What went wrong, null where nothing did. */
    private @Nullable String one(FuzzCase fuzz, long seed) {
        try {
            switch (fuzz.run(seed)) {
                case ACCEPTED -> accepted++;
                case REFUSED -> refused++;
                case ANSWER -> answers++;
            }
            return null;
        } catch (FuzzCase.ChangedException e) {
            changed++;
            return String.valueOf(e.getMessage());
        } catch (Throwable e) {
            // An overflow of the stack, or of the heap, is a finding like any other.
            crashes++;
            StackTraceElement[] trace = e.getStackTrace();
            return e + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }

    private synchronized FuzzReport report(long hung, double seconds) {
        List<FuzzFailure> all = new ArrayList<>(failures);
        if (hung >= 0) {
            all.add(new FuzzFailure(hung, "did not end within " + LIMIT.toSeconds() + " s"));
        }
        return new FuzzReport(
                codec.format().title(),
                firstSeed,
                done,
                accepted,
                refused,
                answers,
                hung >= 0 ? 1 : 0,
                crashes,
                changed,
                slowest / 1_000_000,
                seconds,
                all);
    }
}
