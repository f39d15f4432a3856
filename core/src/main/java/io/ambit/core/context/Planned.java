package io.ambit.core.context;

import io.ambit.core.session.Decisions;

/**
 * The outcome of a guarded plan.
 *
 * @param decisions to forward by, always usable
 * @param failure why the policy's own plan was not to be had, "" where it was
 */
public record Planned(Decisions decisions, String failure) {
    public boolean failed() {
        return !failure.isEmpty();
    }
}
