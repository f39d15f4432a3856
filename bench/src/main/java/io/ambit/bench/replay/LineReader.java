package io.ambit.bench.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, one at a time: a file larger than memory is no obstacle, only a line is. */
final class LineReader {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line;

    LineReader(InputStream in) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return line;
    }

    /** The next line without its end, or null after the last one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean any = false;
        while (true) {
            if (at == end) {
                end = Math.max(0, in.read(buffer));
                at = 0;
                if (end == 0) {
                    break;
                }
            }
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            out.write(buffer, from, at - from);
            if (at < end) {
                at++;
                break;
            }
        }
        if (!any) {
            return null;
        }
        line++;
        return out.toByteArray();
    }

    /** All that was not read yet. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(buffer, at, end - at);
        at = end;
        in.transferTo(out);
        return out.toByteArray();
    }
}
