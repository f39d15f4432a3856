package io.ambit.bench.recorded;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, one at a time: a file larger than memory is no obstacle, only a line is. */
final class LineReader {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private final Deque<byte[]> ahead = new ArrayDeque<>();
    private boolean unterminated;
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
        byte[] next = ahead.isEmpty() ? read() : ahead.remove();
        line += next == null ? 0 : 1;
        return next;
    }

    /** The line after {@code lines} more, which stays the next one, or null where there is none. */
    byte @Nullable [] peek(int lines) throws IOException {
        while (ahead.size() <= lines) {
            byte[] next = read();
            if (next == null) {
                return null;
            }
            ahead.add(next);
        }
        Iterator<byte[]> found = ahead.iterator();
        for (int i = 0; i < lines; i++) {
            found.next();
        }
        return found.next();
    }

    /** Whether the line that was read last is the last one and has no line end: its writer may not be done. */
    boolean endsWithoutNewline() {
        return unterminated && ahead.isEmpty();
    }

    private byte @Nullable [] read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean any = false;
        boolean ended = false;
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
                ended = true;
                break;
            }
        }
        if (!any) {
            return null;
        }
        unterminated = !ended;
        return out.toByteArray();
    }

    /** All that was not read yet. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (!ahead.isEmpty()) {
            out.writeBytes(ahead.remove());
            if (!ahead.isEmpty() || !unterminated) {
                out.write('\n');
            }
        }
        out.write(buffer, at, end - at);
        at = end;
        in.transferTo(out);
        return out.toByteArray();
    }
}
