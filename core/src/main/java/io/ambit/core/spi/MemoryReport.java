package io.ambit.core.spi;

import java.util.List;

/**
 * What was found when memory was verified.
 *
 * @param records readable ones, archived included
 * @param faults one line for each that is damaged, with its space and id
 */
public record MemoryReport(long records, long links, long tombstones, List<String> faults) {
    public MemoryReport {
        faults = List.copyOf(faults);
    }

    public boolean isClean() {
        return faults.isEmpty();
    }
}
