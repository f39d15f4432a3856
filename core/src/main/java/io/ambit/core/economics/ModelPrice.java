package io.ambit.core.economics;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a provider asks for a model's tokens, in US dollars for a million of them.
 *
 * @param provider who asks it
 * @param model name of the model without its version, or the beginning of a name followed by {@code *}
 * @param from first day on which it holds
 * @param lookedUp day on which it was read where the provider publishes it
 * @param input for a token that is computed
 * @param cacheRead for one that is read from the provider's cache
 * @param cacheWrite for one that is computed and kept for the usual time
 * @param cacheWriteHour for one that is computed and kept for an hour
 * @param output for one that the model writes
 */
public record ModelPrice(
        String provider,
        String model,
        LocalDate from,
        LocalDate lookedUp,
        double input,
        double cacheRead,
        double cacheWrite,
        double cacheWriteHour,
        double output) {
    private static final double MILLION = 1e6;

    public ModelPrice {
        if (model.isBlank()) {
            throw new IllegalArgumentException("a price without the name of a model");
        }
        for (double price : new double[] {input, cacheRead, cacheWrite, cacheWriteHour, output}) {
            if (!(price >= 0) || Double.isInfinite(price)) {
                throw new IllegalArgumentException("price " + price + " of " + model + ", expected 0 or more");
            }
        }
    }

    /** Dollars for so many tokens of each kind. */
    public double dollars(long inputs, long cacheReads, long cacheWrites, long cacheWriteHours, long outputs) {
        return (inputs * input
                        + cacheReads * cacheRead
                        + cacheWrites * cacheWrite
                        + cacheWriteHours * cacheWriteHour
                        + outputs * output)
                / MILLION;
    }

    /**
     * Whether it is the price of a model. A name may have the provider before it ({@code anthropic/...},
     * {@code us.anthropic....}) and a version after it ({@code -20250929}, {@code -2025-08-07}, {@code -latest},
     * {@code @20250929}, {@code -v1:0}, {@code [1m]}); any other ending is another model.
     */
    public boolean covers(String name) {
        String plain = plain(name);
        String wanted = plain(model);
        if (wanted.endsWith("*")) {
            return plain.startsWith(wanted.substring(0, wanted.length() - 1));
        }
        return plain.startsWith(wanted) && isVersion(plain.substring(wanted.length()));
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        int vendor = last.lastIndexOf("anthropic.");
        String bare = vendor < 0 ? last : last.substring(vendor + "anthropic.".length());
        return bare.startsWith("claude") ? bare.replace('.', '-') : bare;
    }

    /** Whether what follows a model's name tells one version of it from another. */
    private static boolean isVersion(String ending) {
        String left = ending.replace("latest", "").replace("preview", "").replace("[1m]", "");
        if (left.isEmpty()) {
            return true;
        }
        if (left.charAt(0) != '-' && left.charAt(0) != '@') {
            return false;
        }
        // A short number is a member of the family (claude-opus-4 and claude-opus-4-1), a long one is a date.
        boolean isDated = left.chars().filter(Character::isDigit).count() >= 4;
        boolean isRevision = left.startsWith("-v") || left.equals("-");
        return (isDated || isRevision) && left.chars().allMatch(c -> Character.isDigit(c) || "-@:v".indexOf(c) >= 0);
    }
}
