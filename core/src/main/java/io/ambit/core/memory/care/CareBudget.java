package io.ambit.core.memory.care;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How much care may be taken at once, so that it can run beside other work.
 *
 * @param steps most steps that are carried out
 * @param until when it ends; null for no end
 */
public record CareBudget(int steps, @Nullable Instant until, InstantSource clock) {

    public static CareBudget unlimited(InstantSource clock) {
        return new CareBudget(Integer.MAX_VALUE, null, clock);
    }

    boolean isSpent(int done) {
        return done >= steps || isOver();
    }

    boolean isOver() {
        return until != null && !clock.instant().isBefore(until);
    }
}
