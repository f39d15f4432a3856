package io.ambit.bench.replay;

import io.ambit.wire.logs.LogUsage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Adds up what sessions cost. */
final class MoneyTally {
    private final Set<String> unpriced = new TreeSet<>();
    private double dollars;
    private LogUsage usage = new LogUsage(0, 0, 0, 0, 0);
    private int sessions;
    private int requests;
    private int withoutUsage;

    void add(SessionBill bill) {
        dollars += bill.before();
        usage = usage.plus(bill.usage());
        sessions += bill.requests() > 0 ? 1 : 0;
        requests += bill.requests();
        withoutUsage += bill.hasUsage() ? 0 : 1;
        unpriced.addAll(bill.unpriced());
    }

    Money sum() {
        return new Money(dollars, usage, sessions, requests, withoutUsage, List.copyOf(unpriced));
    }
}
