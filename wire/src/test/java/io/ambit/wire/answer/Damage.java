package io.ambit.wire.answer;

import io.ambit.testkit.Seed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Bytes with a piece taken out, put in, doubled or cut off, or several. */
public final class Damage {
    private Damage() {}

    /** Up to three times damaged. */
    public static byte[] of(byte[] bytes, SplittableRandom random, List<String> tokens) {
        byte[] out = bytes;
        int times = random.nextInt(4);
        for (int i = 0; i < times && out.length > 0; i++) {
            int at = random.nextInt(out.length);
            int until = Math.min(out.length, at + random.nextInt(1 << random.nextInt(1, 9)));
            out = switch (random.nextInt(7)) {
                case 0 -> joined(out, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                case 1 -> joined(out, at, new byte[0], until);
                case 2 -> joined(out, until, Arrays.copyOfRange(out, at, until), until);
                case 3 -> Arrays.copyOf(out, at);
                case 4 -> joined(out, at, Arrays.copyOfRange(out, random.nextInt(at + 1), at + 1), until);
                default -> {
                    byte[] token = Seed.pick(random, tokens).getBytes(StandardCharsets.UTF_8);
                    yield joined(out, at, token, random.nextBoolean() ? at : until);
                }
            };
        }
        return out;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.writeBytes(middle);
        int rest = Math.min(from, bytes.length);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
