package io.ambit.bench.failures;

import io.ambit.core.error.AmbitException;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.failure.Reflector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has failures told by their text alone, and compares with their known causes. */
public final class FailureTrial {
    private static final double MILLIS = Duration.ofMillis(1).toNanos();

    private FailureTrial() {}

    /** A failure and what was thought of it. */
    public record Told(LabelledFailure failure, Reflection reflection, double millis) {
        public boolean isRight() {
            return reflection.failure() == failure.label();
        }
    }

    /**
     * Tells all of them.
     *
     * @throws AmbitException where there is none
     */
    public static FailureFigures run(List<LabelledFailure> failures) {
        if (failures.isEmpty()) {
            throw new AmbitException("no failure to tell, expected one or more");
        }
        Reflector.reflect(failures.getFirst().report()); // what is read once at first use is no one's time
        List<Told> told = new ArrayList<>();
        for (LabelledFailure failure : failures) {
            long start = System.nanoTime();
            Reflection reflection = Reflector.reflect(failure.report());
            told.add(new Told(failure, reflection, (System.nanoTime() - start) / MILLIS));
        }
        return new FailureFigures(told);
    }
}
