package io.ambit.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Changes bytes as a fuzzer does: single bytes, ranges that are lost, repeated, swapped or taken from another text, and
 * pieces that parsers of JSON, of events and of UTF-8 stumble over.
 */
final class Mutator {
    private static final int MAX_BYTES = 64 * 1024;

    private static final List<byte[]> PIECES = List.of(
            latin("\""),
            latin("\\"),
            latin("\\u0000"),
            latin("\\ud83d"),
            latin("\\udc00\\ud800"),
            latin("{\"a\":"),
            latin("["),
            latin("]"),
            latin("}"),
            latin(","),
            latin(":"),
            latin("null"),
            latin("1e999"),
            latin("-0.0"),
            latin("9".repeat(40)),
            latin("[".repeat(2000)),
            latin("{\"x\":".repeat(1000)),
            latin("\n\ndata: "),
            latin("\r\n\r\n"),
            latin("\r"),
            latin("event: error\n"),
            latin("data: [DONE]\n\n"),
            latin(": ping\n\n"),
            latin("\"messages\":[]"),
            latin("\"content\":{}"),
            latin("\"tool_calls\":[{}]"),
            latin("\"name\":\"context_retrieve\""),
            latin("\"type\":null"),
            latin("\"index\":-1"),
            latin("\"index\":2147483648"),
            latin("\u00ff\u00fe"),
            latin("\u00ef\u00bb\u00bf"),
            latin("\u00f0\u009f\u0099"),
            latin("\u00c0\u0080"),
            latin("\u00ed\u00a0\u0080"),
            latin("\u0000"));

    private final SplittableRandom random;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@code original} changed a few times; some of it may be taken from {@code other}. */
    byte[] mutate(byte[] original, byte[] other) {
        byte[] bytes = original;
        // Now and then nothing is changed: what is valid has to stay so.
        int times = random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = once(bytes, other);
        }
        return bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
    }

    private byte[] once(byte[] in, byte[] other) {
        int from = at(in);
        int until = Math.min(in.length, from + 1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 12));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(in, from);
            case 1 -> replaced(in, from, until, new byte[0]);
            case 2 -> replaced(in, from, from, PIECES.get(random.nextInt(PIECES.size())));
            case 3 -> replaced(in, from, until, PIECES.get(random.nextInt(PIECES.size())));
            case 4 -> replaced(in, from, from, Arrays.copyOfRange(in, from, until));
            case 5 -> replaced(in, from, until, noise());
            case 6 -> {
                int start = at(other);
                yield replaced(in, from, until, Arrays.copyOfRange(other, start, Math.min(other.length, start + 200)));
            }
            default -> random.nextInt(3) == 0 ? Arrays.copyOf(in, from) : flipped(in, from);
        };
    }

    private int at(byte[] in) {
        return in.length == 0 ? 0 : random.nextInt(in.length);
    }

    private byte[] flipped(byte[] in, int at) {
        byte[] out = in.clone();
        if (out.length > 0) {
            out[at] = (byte) (random.nextBoolean() ? out[at] ^ (1 << random.nextInt(8)) : random.nextInt(256));
        }
        return out;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(16)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] replaced(byte[] in, int from, int until, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length + with.length);
        out.write(in, 0, from);
        out.writeBytes(with);
        out.write(in, until, in.length - until);
        return out.toByteArray();
    }
}
