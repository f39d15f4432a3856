package io.ambit.core.memory.care;

/** Is told how far care has come. */
@FunctionalInterface
public interface CareProgress {
    CareProgress SILENT = (what, done, all) -> {};

    /**
     * Is told after each piece of work.
     *
     * @param what "episodes compared", "steps done"
     * @param all how many there are in all
     */
    void at(String what, int done, int all);
}
