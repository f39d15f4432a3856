package io.ambit.server.door;

import io.ambit.gateway.BodyRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way in. One that comes a few bytes at a time, to keep a thread and a connection busy, is refused; so is
 * one that is more than its client may have held.
 */
public final class BodyMeter extends InputStream {
    public static final int MIN_BYTES_PER_SECOND = 256;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final InputStream in;
    private final Duration patience;
    private final HeldBodies.@Nullable Share share;
    private final LongSupplier nanos;
    private final Runnable read;
    private final long begun;
    private long bytes;

    /**
     * Measures {@code in} from now on.
     *
     * @param share counts what is read, null where that is not held
     * @param nanos a clock that never goes back
     * @param read run when the body is read, or nobody will read more of it; perhaps more than once
     */
    public BodyMeter(
            InputStream in, Duration patience, HeldBodies.@Nullable Share share, LongSupplier nanos, Runnable read) {
        this.in = in;
        this.patience = patience;
        this.share = share;
        this.nanos = nanos;
        this.read = read;
        this.begun = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            count(n);
        } else if (n < 0) {
            read.run();
        }
        return n;
    }

    /** Says that nothing more will be read; the connection stays as it is. */
    @Override
    public void close() {
        read.run();
    }

    private void count(int n) throws BodyRefusedException {
        bytes += n;
        long late = nanos.getAsLong() - begun - patience.toNanos();
        if (late > 0 && bytes < late / NANOS_PER_SECOND * MIN_BYTES_PER_SECOND + 1) {
            throw BodyRefusedException.tooSlow(
                    "the body came at less than " + MIN_BYTES_PER_SECOND + " bytes a second");
        }
        if (share != null && !share.take(n)) {
            throw BodyRefusedException.tooMuch(
                    "too many bytes of this client's requests are under way; try again when some are answered");
        }
    }
}
