package io.ambit.server.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many bytes of bodies are held for each client. Thread-safe. */
public final class HeldBodies {
    private final long most;
    private final Map<String, Long> held = new ConcurrentHashMap<>();

    /** @param most for one client, 0 for no bound */
    public HeldBodies(long most) {
        this.most = most;
    }

    /** What one request holds. Used by one thread. */
    public final class Share implements AutoCloseable {
        private final String client;
        private long bytes;

        private Share(String client) {
            this.client = client;
        }

        /** Takes more; whether the client still keeps to its bound. */
        boolean take(long more) {
            bytes += more;
            return held.merge(client, more, Long::sum) <= most || most == 0;
        }

        /** Gives back all that was taken. */
        @Override
        public void close() {
            if (bytes > 0) {
                long back = bytes;
                bytes = 0;
                held.computeIfPresent(client, (key, all) -> all == back ? null : all - back);
            }
        }
    }

    public Share of(String client) {
        return new Share(client);
    }
}
