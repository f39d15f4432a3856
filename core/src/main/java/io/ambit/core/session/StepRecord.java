package io.ambit.core.session;

import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step as the ledger has it.
 *
 * @param tip chain hash of the request's last message
 * @param messages how many messages the request had
 * @param decided how many decisions of each kind the step added (cut, point, rewrite, drop, insert)
 * @param retries how often the same body came again
 * @param end null while the step runs, and for ever where the process was killed meanwhile
 */
public record StepRecord(
        StepId id,
        Instant at,
        Hash tip,
        int messages,
        String model,
        String policy,
        int bytesIn,
        int bytesOut,
        Map<String, Integer> decided,
        int retries,
        String failedOpen,
        @Nullable StepEnd end) {
    public StepRecord {
        decided = Map.copyOf(decided);
    }
}
