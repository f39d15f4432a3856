package io.ambit.wire;

import java.io.IOException;
import java.util.Arrays;

/**
 * Splits bytes into lines (of JSON), whatever the borders of the chunks they come in. The lines, joined, are the bytes
 * that came: each keeps its line end.
 */
public final class LineSplitter {
    private final int maxBytes;
    private byte[] raw = new byte[512];
    private int size;

    /** Takes lines, line ends included. */
    @FunctionalInterface
    public interface Sink {
        void line(byte[] line) throws IOException;
    }

    /**
     * Splits lines.
     *
     * @param maxBytes the most that a line may have
     */
    public LineSplitter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes bytes and hands on the lines that they end.
     *
     * @return how many were taken; fewer than {@code length} where a line has grown too large
     */
    public int feed(byte[] bytes, int offset, int length, Sink sink) throws IOException {
        for (int i = 0; i < length; i++) {
            if (size >= maxBytes) {
                return i;
            }
            if (size == raw.length) {
                raw = Arrays.copyOf(raw, Math.min(maxBytes, size * 2));
            }
            raw[size++] = bytes[offset + i];
            if (bytes[offset + i] == '\n') {
                finish(sink);
            }
        }
        return length;
    }

    /** Hands on what no line end ended. */
    public void finish(Sink sink) throws IOException {
        if (size > 0) {
            sink.line(rest());
        }
    }

    /** The bytes of the line that is not ended yet, which are forgotten here. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOf(raw, size);
        size = 0;
        if (raw.length > 1 << 16) {
            raw = new byte[512];
        }
        return rest;
    }
}
