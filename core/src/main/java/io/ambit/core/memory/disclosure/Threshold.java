package io.ambit.core.memory.disclosure;

import java.util.Locale;

/** A figure that is too bad to leave as it is. The order is that of priority. */
public enum Threshold {
    /** Too much is shown for what is read in full: the entries above the full records are compressed harder. */
    RATIO,
    /** Too much of memory is shown: topics that were shown in vain count as less relevant. */
    SAVING,
    /** A task needs many topics in full: they become one. */
    FULL_LOADS,
    /** A question is shown too many entries: topics that always come together are merged, idle ones pruned. */
    DISCOVERY,
    /** Too long timeline entries: they are split by sub-topic. */
    TIMELINE,
    /** Memory is too small to be worth it: showing all of it is proposed. */
    TOKENS_SAVED;

    static final double MOST_RATIO = 0.15;
    static final double LEAST_SAVING = 0.5;
    static final int MOST_FULL_LOADS = 3;
    static final int MOST_DISCOVERY = 200;
    static final int MOST_TIMELINE = 100;
    static final int LEAST_TOKENS_SAVED = 1_000;

    /** The figure that is judged. */
    public double figure(Figures figures) {
        return switch (this) {
            case RATIO -> figures.ratio();
            case SAVING -> figures.saving();
            case FULL_LOADS -> figures.fullLoadsOfATask();
            case DISCOVERY -> figures.discoveryPerQuery();
            case TIMELINE -> figures.timelinePerQuery();
            case TOKENS_SAVED -> figures.saved();
        };
    }

    /** Whether it is too bad; never where nothing was asked or read that it could be told from. */
    public boolean isCrossed(Figures figures) {
        double figure = figure(figures);
        return switch (this) {
            case RATIO -> figures.read() > 0 && figure > MOST_RATIO;
            case SAVING -> figures.queries() > 0 && figures.all() > 0 && figure < LEAST_SAVING;
            case FULL_LOADS -> figure > MOST_FULL_LOADS;
            case DISCOVERY -> figure > MOST_DISCOVERY;
            case TIMELINE -> figure > MOST_TIMELINE;
            case TOKENS_SAVED -> figures.queries() > 0 && figures.all() > 0 && figure < LEAST_TOKENS_SAVED;
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
