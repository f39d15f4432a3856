package io.ambit.core.context;

import java.util.List;
import java.util.Locale;

/** A number of the curating policies, by the name it has in a policy's options and in {@code [policy.custom]}. */
public enum CurationOption {
    /** Characters that an output may have whatever its size. */
    FLOOR(600, 0, 100_000, 300, 600, 1200),
    /** What it may have beyond, in % of its size. */
    SLOPE(45, 0, 100, 15, 30, 45, 60),
    /** The most that it may have; half of it for a page, twice it for code. */
    CEILING(6000, 100, 1_000_000, 1500, 3000, 6000, 12_000),
    /** Characters up to which code is shown whole when it arrives. */
    CODE(24_000, 0, 10_000_000, 6000, 12_000, 24_000),
    /** Characters for the identifiers of what was cut. */
    DIGEST(1200, 0, 100_000, 600, 1200, 2400),
    /** The same, in % of what was cut. */
    DIGEST_SHARE(15, 0, 100, 8, 15, 25),
    /** The first step at which old outputs may be masked; 0 for never. */
    MASK_FROM(30, 0, 1_000_000, 0, 20, 30, 50),
    /** Characters that a masked output keeps after one step. */
    MASK_YOUNG(1000, 50, 1_000_000, 500, 1000, 2000),
    /** Characters that a masked output keeps after {@link #MASK_OLD_AFTER} steps. */
    MASK_OLD(130, 50, 1_000_000, 100, 130, 300),
    /** Steps after which an output is old. */
    MASK_OLD_AFTER(8, 1, 1_000_000, 4, 8, 16),
    /** What masking must gain, in % of what writing the tail again costs. */
    MASK_GAIN(150, 1, 100_000, 100, 150, 250),
    /** Tokens that a request may have at most; 0 for what the model takes. */
    WINDOW(0, 0, 100_000_000);

    private final int usual;
    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Integer> candidates;

    CurationOption(int usual, int least, int most, Integer... candidates) {
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.candidates = List.of(candidates);
    }

    /** As it is written: {@code maskOldAfter}. */
    public String option() {
        StringBuilder option = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            option.append(option.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return option.toString();
    }

    /** The value of {@code balanced}. */
    public int usual() {
        return usual;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /** Values worth trying on a person's own sessions; none where there is nothing to search. */
    public List<Integer> candidates() {
        return candidates;
    }
}
