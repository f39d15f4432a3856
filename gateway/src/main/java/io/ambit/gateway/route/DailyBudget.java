package io.ambit.gateway.route;

import io.ambit.core.economics.ModelPrice;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.session.Usage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What Ambit's own choices cost today (UTC), by the known prices and by what the upstreams reported, since this process
 * started. Thread-safe.
 */
final class DailyBudget {
    private final PriceTable prices;
    private final double dollars;
    private final InstantSource clock;
    private LocalDate day = LocalDate.EPOCH;
    private double spent;

    DailyBudget(PriceTable prices, double dollars, InstantSource clock) {
        this.prices = prices;
        this.dollars = dollars;
        this.clock = clock;
    }

    /** Whether nothing more may be spent today. */
    synchronized boolean isSpent() {
        turn();
        return spent >= dollars;
    }

    /** Takes note of what an upstream that is not local reported; a model without a price costs nothing. */
    synchronized void spend(String model, List<Usage> rounds) {
        turn();
        Optional<ModelPrice> price = prices.find("", model, day);
        if (price.isEmpty()) {
            return;
        }
        for (Usage usage : rounds) {
            long cached = Math.max(0, usage.cached());
            long computed = Math.max(0, usage.input() - cached);
            spent += price.get().dollars(computed, cached, 0, 0, Math.max(0, usage.output()));
        }
    }

    private void turn() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            spent = 0;
        }
    }
}
