package io.ambit.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Moves an answer's body from the upstream on, each piece as soon as it comes. */
public final class Relay {
    private static final int BUFFER_BYTES = 16 * 1024;
    /** Enough for an event: thousands of streams wait with a buffer each. */
    private static final int FIRST_BUFFER_BYTES = 2 * 1024;

    /** What is done with a piece. */
    public interface Sink {
        void take(byte[] bytes, int offset, int length) throws IOException;
    }

    /** The upstream's side broke off, which is no fault of the client's. */
    public static final class BrokenException extends IOException {
        BrokenException(IOException cause) {
            super("the upstream's answer broke off: " + cause.getMessage(), cause);
        }
    }

    private Relay() {}

    /**
     * Reads {@code answer} to its end.
     *
     * @throws BrokenException where the upstream fails, or is aborted by the watch
     * @throws ClientGoneException where the sink fails so
     */
    public static void run(UpstreamAnswer answer, Watch.Entry watch, Duration idle, Sink sink) throws IOException {
        byte[] buffer = new byte[FIRST_BUFFER_BYTES];
        InputStream in = answer.body();
        while (true) {
            watch.expectWithin(idle);
            int n;
            try {
                n = in.read(buffer);
            } catch (IOException e) {
                throw new BrokenException(e);
            }
            if (n < 0) {
                return;
            }
            if (n > 0) {
                sink.take(buffer, 0, n);
            }
            if (n == FIRST_BUFFER_BYTES && buffer.length == n) {
                buffer = new byte[BUFFER_BYTES];
            }
        }
    }
}
