package io.ambit.core.economics;

/**
 * What tokens cost in units of plain input.
 *
 * @param cached a token that the upstream reads from its cache
 * @param uncached a token that it has to compute, and writes to its cache
 */
public record Prices(double cached, double uncached) {
    /** As vendors with a prompt cache price it. */
    public static final Prices USUAL = new Prices(0.1, 1.25);

    /** Price of a request of {@code total} tokens, {@code hit} of which were cached. */
    public double of(long total, long hit) {
        return cached * hit + uncached * (total - hit);
    }
}
