package io.ambit.gateway.observe;

import io.ambit.core.session.Usage;
import io.ambit.wire.WireFormat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request that is over.
 *
 * @param format null for one that passed through unread
 * @param upstream its name in the configuration, "" for the only one
 * @param server host of the upstream, "" where none was asked
 * @param session "" where it was not recorded
 * @param model as the client named it
 * @param sentModel as the upstream was asked for, "" where that is the same
 * @param status as the client got it; 0 where it went away first
 * @param bytesIn of the body as it came
 * @param bytesForwarded of the body as it went on
 * @param rounds usage of each call of the upstream
 * @param finish why the model stopped, in the format's own word
 */
public record Seen(
        String method,
        String path,
        @Nullable WireFormat format,
        String upstream,
        String server,
        int port,
        String space,
        String session,
        String model,
        String sentModel,
        int status,
        long bytesIn,
        long bytesForwarded,
        List<Usage> rounds,
        String finish,
        Duration firstByte,
        Duration total) {

    public Seen {
        rounds = List.copyOf(rounds);
    }

    /** A request that was passed through, or refused before anything was known of it. */
    public static Seen unread(
            String method, String path, @Nullable WireFormat format, String space, int status, Duration total) {
        return new Seen(
                method, path, format, "", "", 0, space, "", "", "", status, 0, 0, List.of(), "", Duration.ZERO, total);
    }

    /** Prompt tokens over all rounds, 0 where the upstream did not say. */
    long inputTokens() {
        return rounds.stream().mapToLong(usage -> Math.max(0, usage.input())).sum();
    }

    long cachedTokens() {
        return rounds.stream().mapToLong(usage -> Math.max(0, usage.cached())).sum();
    }

    long outputTokens() {
        return rounds.stream().mapToLong(usage -> Math.max(0, usage.output())).sum();
    }
}
