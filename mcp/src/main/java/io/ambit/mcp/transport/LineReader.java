package io.ambit.mcp.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, each up to a length: what is longer is skipped to its end and not kept. */
final class LineReader {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** One line. */
    sealed interface Line {
        record Text(String text) implements Line {}

        /** A line that cannot be read, and why. */
        record Unreadable(String reason) implements Line {}
    }

    /** The next line without its end; null at the end of the stream. */
    @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (true) {
            if (from == to) {
                to = in.read(buffer);
                from = 0;
                if (to < 0) {
                    to = 0;
                    return length == 0 ? null : line(line, length);
                }
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            length += end - from;
            if (length <= maxBytes) {
                line.write(buffer, from, end - from);
            }
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) {
                return line(line, length);
            }
        }
    }

    private Line line(ByteArrayOutputStream line, long length) {
        if (length > maxBytes) {
            return new Line.Unreadable("the message has " + length + " bytes, expected " + maxBytes + " at most");
        }
        try {
            return new Line.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Line.Unreadable("the message is not UTF-8");
        }
    }
}
