package io.ambit.wire;

import io.ambit.core.message.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits bytes into server-sent events (the format of the HTML standard, "Server-sent events", chapter on parsing an
 * event stream), whatever the borders of the chunks they come in: line ends LF, CR and CRLF, comments, a byte order
 * mark, data over several lines. The raw bytes of all events, joined, are the bytes that came.
 */
public final class SseSplitter {
    private static final byte[] FIELD = {'d', 'a', 't', 'a'};

    private final int maxBytes;
    private final List<Span> dataLines = new ArrayList<>();
    private byte[] raw = new byte[512];
    private int size;
    private int lineStart;
    private boolean afterCr;
    private boolean first = true;

    /** Takes events. */
    @FunctionalInterface
    public interface Sink {
        void event(SseEvent event) throws IOException;
    }

    /**
     * Splits events.
     *
     * @param maxBytes the most that an event may have
     */
    public SseSplitter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes bytes and hands on the events that they end.
     *
     * @return how many were taken; fewer than {@code length} where an event has grown too large
     */
    public int feed(byte[] bytes, int offset, int length, Sink sink) throws IOException {
        for (int i = 0; i < length; i++) {
            if (size >= maxBytes) {
                return i;
            }
            byte b = bytes[offset + i];
            if (size == raw.length) {
                raw = Arrays.copyOf(raw, Math.min(maxBytes, size * 2));
            }
            raw[size++] = b;
            if (b == '\n' && afterCr) {
                afterCr = false;
                lineStart = size; // the second half of a line end
            } else if (b == '\n' || b == '\r') {
                afterCr = b == '\r';
                endLine(size - 1, sink);
            } else {
                afterCr = false;
            }
        }
        return length;
    }

    /** Hands on what no blank line ended. */
    public void finish(Sink sink) throws IOException {
        if (size > lineStart) {
            int end = size;
            dataLine(end);
        }
        if (size > 0) {
            emit(sink);
        }
    }

    /** The bytes of the event that is not ended yet, which are forgotten here. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOf(raw, size);
        reset();
        return rest;
    }

    private void endLine(int end, Sink sink) throws IOException {
        if (end == lineStart) {
            emit(sink);
        } else {
            dataLine(end);
            lineStart = size;
        }
    }

    private void dataLine(int end) {
        int at = lineStart;
        if (first) {
            first = false;
            at += end - at >= 3 && raw[at] == (byte) 0xEF && raw[at + 1] == (byte) 0xBB && raw[at + 2] == (byte) 0xBF
                    ? 3
                    : 0;
        }
        if (end - at < FIELD.length || !Arrays.equals(raw, at, at + FIELD.length, FIELD, 0, FIELD.length)) {
            return;
        }
        at += FIELD.length;
        if (at < end && raw[at] != ':') {
            return;
        }
        at = Math.min(end, at + 1);
        dataLines.add(new Span(at < end && raw[at] == ' ' ? at + 1 : at, end));
    }

    private void emit(Sink sink) throws IOException {
        byte[] bytes = Arrays.copyOf(raw, size);
        SseEvent event;
        if (dataLines.isEmpty()) {
            event = new SseEvent(bytes, bytes, 0, 0);
        } else if (dataLines.size() == 1) {
            event = new SseEvent(
                    bytes, bytes, dataLines.get(0).start(), dataLines.get(0).end());
        } else {
            event = onOneLine(bytes);
        }
        first = false;
        reset();
        sink.event(event);
    }

    /** The same event with all data in its last line; its other fields stay. */
    private SseEvent onOneLine(byte[] bytes) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int from = 0;
        for (Span data : dataLines) {
            int start = data.start();
            while (start > from && !isLineEnd(bytes[start - 1])) {
                start--;
            }
            otherFields(bytes, from, start, line);
            from = data.end();
        }
        otherFields(bytes, from, bytes.length, line);
        line.writeBytes(FIELD);
        line.write(':');
        line.write(' ');
        int start = line.size();
        for (Span data : dataLines) {
            if (line.size() > start) {
                line.write(' '); // a line end between JSON tokens is white space like any other
            }
            line.write(bytes, data.start(), data.end() - data.start());
        }
        int end = line.size();
        line.write('\n');
        line.write('\n');
        return new SseEvent(bytes, line.toByteArray(), start, end);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Writes the lines of a range that say anything, each with one line end. */
    private static void otherFields(byte[] bytes, int from, int to, ByteArrayOutputStream out) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (isLineEnd(bytes[i])) {
                if (i > start) {
                    out.write(bytes, start, i - start);
                    out.write('\n');
                }
                start = i + 1;
            }
        }
    }

    private void reset() {
        size = 0;
        lineStart = 0;
        dataLines.clear();
        if (raw.length > 1 << 16) {
            raw = new byte[512];
        }
    }
}
