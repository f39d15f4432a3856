package io.ambit.core.session;

import java.util.List;

/** What {@code verify} read, and each fault that it found, in words. */
public record VerifyReport(long blocks, long messages, long sessions, long steps, List<String> faults) {
    public VerifyReport {
        faults = List.copyOf(faults);
    }

    public boolean isClean() {
        return faults.isEmpty();
    }
}
