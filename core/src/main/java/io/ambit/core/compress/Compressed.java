package io.ambit.core.compress;

import java.util.List;
import java.util.Objects;

/**
 * A text within a budget, and why this much of it.
 *
 * @param text what is left; equal to the original where nothing had to go
 * @param kind of compressor, "log" or "json" say
 * @param kept what was kept and why, in the order of the text
 */
public record Compressed(String text, String kind, List<Kept> kept) {
    public Compressed {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        kept = List.copyOf(kept);
    }

    /**
     * Something that was kept.
     *
     * @param what "lines 12-18" or "items 1-4 of 90" say
     * @param why "error", "head", "asked for" say
     */
    public record Kept(String what, String why) {}
}
