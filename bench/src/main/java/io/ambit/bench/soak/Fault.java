package io.ambit.bench.soak;

import java.util.SplittableRandom;

/** What the model server, or the client, does with a request. */
enum Fault {
    /** An answer, streamed or whole as it was asked for. */
    NONE(120),
    /** The same with pauses between its pieces. */
    SLOW(6),
    /** Bytes that are no answer of any format. */
    GARBAGE(4),
    /** Status 429 with Retry-After. */
    LIMITED(4),
    /** Status 500. */
    FAILED(4),
    /** Nothing listens. */
    REFUSED(3),
    /** The connection is closed instead of an answer. */
    CLOSED(3),
    /** The connection is reset in the midst of the answer. */
    RESET(3),
    /** The connection stays open and nothing comes: a half-open one looks like this. */
    SILENT(1),
    /** It begins and then says no more. */
    STALLED(1),
    /** The client goes away in the midst of the answer. */
    LEFT(9);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    static Fault pick(SplittableRandom random) {
        int sum = 0;
        for (Fault fault : values()) {
            sum += fault.weight;
        }
        int at = random.nextInt(sum);
        for (Fault fault : values()) {
            at -= fault.weight;
            if (at < 0) {
                return fault;
            }
        }
        return NONE;
    }
}
