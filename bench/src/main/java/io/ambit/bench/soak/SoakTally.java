package io.ambit.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the agents found, while they run. Thread-safe. */
final class SoakTally {
    private static final int MAX_NAMED = 20;

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final List<String> named = new ArrayList<>();
    private volatile boolean over;

    boolean goesOn() {
        return !over;
    }

    void end() {
        over = true;
    }

    void asked(int length) {
        requests.incrementAndGet();
        bytes.addAndGet(length);
    }

    void wrong(String what) {
        wrong.incrementAndGet();
        synchronized (named) {
            if (named.size() < MAX_NAMED) {
                named.add(what);
            }
        }
    }

    long requests() {
        return requests.get();
    }

    /** Of bodies, as the agents sent them. */
    long bytes() {
        return bytes.get();
    }

    long wrong() {
        return wrong.get();
    }

    List<String> named() {
        synchronized (named) {
            return List.copyOf(named);
        }
    }
}
