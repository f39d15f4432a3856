package io.ambit.core.tooluse.usage;

/** Told how far the reading of the ledger is. */
@FunctionalInterface
public interface UsageProgress {
    /** Tells nobody. */
    UsageProgress SILENT = (done, total) -> {};

    /**
     * How far it is; what this throws ends the reading.
     *
     * @param done sessions of {@code total} that had to be read
     */
    void read(int done, int total);
}
