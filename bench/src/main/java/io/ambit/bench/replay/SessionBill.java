package io.ambit.bench.replay;

import io.ambit.bench.recorded.MessageFacts;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.economics.ModelPrice;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.economics.StepScore;
import io.ambit.core.economics.TokenScale;
import io.ambit.wire.logs.LogUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a session cost in dollars, by the provider's own count, and what it would have cost under a policy.
 *
 * <p>The bill as it was needs no guess: recorded tokens times prices. For a policy, the cost of the requests is what it
 * was times the ratio of two computed costs, of the policy's requests and of the unchanged ones: both by our count of
 * tokens, scaled to the provider's, with what follows the common prefix uncached, and everything uncached after a pause
 * longer than the cache keeps. So nothing changes the bill but what a policy changes. What the model writes is taken to
 * stay the same.
 */
final class SessionBill {
    private final List<StepScore> raw;
    private final RequestGaps gaps;
    private final List<Priced> steps = new ArrayList<>();
    private final Set<String> unpriced = new TreeSet<>();
    private final TokenScale scale;
    private final boolean cached;
    private final boolean written;
    private boolean hasUsage;

    /** A request whose tokens and price are known. */
    private record Priced(int step, LogUsage usage, ModelPrice price) {
        double output() {
            return price.dollars(0, 0, 0, 0, usage.output());
        }

        double input() {
            return price.dollars(usage.input(), usage.cacheRead(), usage.cacheWrite(), usage.cacheWriteHour(), 0);
        }
    }

    /** @param raw the scores of the unchanged requests */
    SessionBill(Trajectory trajectory, List<StepScore> raw, RequestGaps gaps, PriceTable prices) {
        this.raw = List.copyOf(raw);
        this.gaps = gaps;
        List<Integer> messages = trajectory.steps();
        for (int step = 0; step < messages.size(); step++) {
            MessageFacts facts = trajectory.factsOf(messages.get(step));
            if (facts.usage() == null) {
                continue;
            }
            hasUsage = true;
            ModelPrice price = prices.find(facts.provider(), facts.model(), day(facts.at()))
                    .orElse(null);
            if (price == null) {
                unpriced.add(facts.model().isEmpty() ? "(a model without a name)" : facts.model());
            } else {
                steps.add(new Priced(step, facts.usage(), price));
            }
        }
        scale = TokenScale.fit(
                steps.stream()
                        .mapToLong(priced -> raw.get(priced.step()).sent())
                        .toArray(),
                steps.stream().mapToLong(priced -> priced.usage().request()).toArray());
        cached = steps.stream()
                .anyMatch(priced -> priced.usage().request() > priced.usage().input());
        written = steps.stream()
                .anyMatch(priced -> priced.usage().cacheWrite() + priced.usage().cacheWriteHour() > 0);
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether the recording holds the provider's count at all. */
    boolean hasUsage() {
        return hasUsage;
    }

    /** Requests whose tokens and price are known. */
    int requests() {
        return steps.size();
    }

    /** Models that were used and have no price. */
    Set<String> unpriced() {
        return unpriced;
    }

    /** All that was billed for. */
    LogUsage usage() {
        LogUsage sum = new LogUsage(0, 0, 0, 0, 0);
        for (Priced priced : steps) {
            sum = sum.plus(priced.usage());
        }
        return sum;
    }

    /** What it cost, in dollars. */
    double before() {
        return steps.stream()
                .mapToDouble(priced -> priced.input() + priced.output())
                .sum();
    }

    /** What it would have cost, in dollars, had these requests been sent. */
    double after(List<StepScore> forwarded) {
        double unchanged = computed(raw);
        double ratio = unchanged == 0 ? 1 : computed(forwarded) / unchanged;
        return steps.stream()
                .mapToDouble(priced -> priced.input() * ratio + priced.output())
                .sum();
    }

    private double computed(List<StepScore> requests) {
        double dollars = 0;
        for (Priced priced : steps) {
            StepScore request = requests.get(priced.step());
            long all = Math.round(scale.request((double) request.sent()));
            long hit = priced.step() == 0 || gaps.isExpired(priced.step())
                    ? 0
                    : Math.min(all, Math.round(scale.request((double) request.cached())));
            dollars +=
                    cached ? withCache(priced, all - hit, hit) : priced.price().dollars(all, 0, 0, 0, 0);
        }
        return dollars;
    }

    private double withCache(Priced priced, long miss, long hit) {
        if (!written) {
            return priced.price().dollars(miss, hit, 0, 0, 0);
        }
        boolean hour = priced.usage().cacheWriteHour() > priced.usage().cacheWrite();
        return priced.price().dollars(0, hit, hour ? 0 : miss, hour ? miss : 0, 0);
    }
}
