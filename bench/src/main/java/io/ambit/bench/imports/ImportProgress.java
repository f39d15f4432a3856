package io.ambit.bench.imports;

/**
 * How far an import is.
 *
 * @param file that is being read
 * @param bytesDone of all files
 * @param bytesTotal of all files, 0 where not known
 * @param records stored so far, those that were there before included
 * @param added of them, not there before
 */
public record ImportProgress(String file, long bytesDone, long bytesTotal, long records, long added) {

    /** Takes progress after each transaction; what it throws ends the import, and what was stored stays. */
    @FunctionalInterface
    public interface Listener {
        Listener NONE = progress -> {};

        void at(ImportProgress progress);
    }
}
