package io.ambit.bench.replay;

import io.ambit.core.error.AmbitException;

/** The run was asked to stop; nothing was written. */
public final class ReplayCancelledException extends AmbitException {
    ReplayCancelledException() {
        super("replay cancelled");
    }
}
