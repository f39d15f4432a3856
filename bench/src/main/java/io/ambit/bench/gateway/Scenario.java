package io.ambit.bench.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is asked of each proxy: requests of one kind and size, at one pace. */
public enum Scenario {
    /** Requests of about 10 KB, answers as 20 events with a pause after each: what is late is the proxy's doing. */
    CHUNKS(7, 12, true, true),
    /** The same, answers as 20 events at once. */
    STREAM(7, 12, true, false),
    /** The same, answers in one piece. */
    PLAIN(7, 12, false, false),
    /** Requests of about 100 KB that bring a long tool output each. */
    LARGE(7, 150, false, false);

    private final int steps;
    private final int outputLines;
    private final boolean streaming;
    private final boolean paced;

    Scenario(int steps, int outputLines, boolean streaming, boolean paced) {
        this.steps = steps;
        this.outputLines = outputLines;
        this.streaming = streaming;
        this.paced = paced;
    }

    /** Its name in reports. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPaced() {
        return paced;
    }

    /**
     * Requests of sessions that are new to whoever gets them; the last steps of each, whose sizes are the ones named.
     *
     * @param firstSeed of the first session; each session takes one
     */
    List<byte[]> requests(int count, long firstSeed) {
        String model = paced ? MockUpstream.PACED_MODEL : "m";
        List<byte[]> requests = new ArrayList<>();
        for (long seed = firstSeed; requests.size() < count; seed++) {
            List<byte[]> session = AgentSession.bodies(seed, model, steps + STEPS_MEASURED, outputLines, streaming);
            requests.addAll(session.subList(steps, session.size()));
        }
        return requests.subList(0, count);
    }

    /** How many sessions {@link #requests} takes. */
    static int sessions(int count) {
        return (count + STEPS_MEASURED - 1) / STEPS_MEASURED;
    }

    private static final int STEPS_MEASURED = 5;
}
