package io.ambit.bench.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how far a replay has come from the bytes of its input that were read. */
final class InputMeter {
    private final ReplayProgress progress;
    private final long bytesAll;
    private long bytesRead;
    private long bytesBefore;

    /** @param bytesAll of all input, 0 where not known */
    InputMeter(ReplayProgress progress, long bytesAll) {
        this.progress = progress;
        this.bytesAll = bytesAll;
    }

    /** Passes {@code in} on and counts it. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                bytesRead += b < 0 ? 0 : 1;
                return b;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                bytesRead += Math.max(0, n);
                return n;
            }
        };
    }

    /** Reports that {@code share} of the work on what was read last is done. */
    void report(int trajectories, double share) {
        double bytes = bytesBefore + share * (bytesRead - bytesBefore);
        progress.at(trajectories, bytesAll == 0 ? -1 : Math.min(1, bytes / bytesAll));
        if (share >= 1) {
            bytesBefore = bytesRead;
        }
    }
}
