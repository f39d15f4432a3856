package io.ambit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** JSON as text, spelled in every way that is allowed; names of {@code x0} to {@code x2} do repeat. */
abstract class GeneratedJson {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1.0",
            "1e5",
            "1E+05",
            "12345678901234567890123",
            "0.1000",
            "1e-7",
            "3.14159265358979e300");
    private static final List<String> PIECES = List.of(
            "alpha ",
            "src/Main.java:42",
            "\\n",
            "\\t",
            "\\\"",
            "\\\\",
            "\\/",
            "/",
            "\\u0041",
            "\\u00e9",
            "é",
            "日本",
            "🙂",
            "\\ud83d\\ude42",
            "\\ud83d",
            "\\ude42",
            "\\u0000",
            "\\u001b[31m",
            "\\b\\f\\r",
            "�",
            "{\\\"a\\\": 1}",
            "]}",
            ",",
            "data: ",
            "\u2028");
    private static final List<String> NAMES =
            List.of("", "a b", "\\u0041", "é", "\\ud83d\\ude42", "\\n\\\"", "content");
    private static final List<String> SPACES = List.of("", "", "", "", " ", "\n", "\t", "\r\n  ");
    final SplittableRandom random;

    GeneratedJson(SplittableRandom random) {
        this.random = random;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void members(StringBuilder out, int most) {
        int count = random.nextInt(most + 1);
        for (int m = 0; m < count; m++) {
            // A short alphabet, so that keys do repeat.
            String name = random.nextInt(4) == 0 ? name() : "\"x" + random.nextInt(3) + "\"";
            out.append(comma()).append(name).append(colon()).append(value(4));
        }
    }

    String value(int depth) {
        return switch (random.nextInt(depth <= 0 ? 5 : 8)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2, 3 -> Seed.pick(random, NUMBERS);
            case 4 -> string(4);
            case 5 -> "[" + space() + value(depth - 1) + comma() + value(depth - 1) + "]";
            case 6 -> {
                int levels = random.nextInt(60);
                yield "[".repeat(levels) + value(depth - 1) + "]".repeat(levels);
            }
            default -> "{\"a\"" + colon() + value(depth - 1) + comma() + "\"b\"" + colon() + value(depth - 1) + "}";
        };
    }

    String string(int pieces) {
        StringBuilder out = new StringBuilder("\"");
        int count = random.nextInt(pieces + 1);
        for (int p = 0; p < count; p++) {
            out.append(Seed.pick(random, PIECES));
        }
        return out.append('"').toString();
    }

    /** Without lone surrogates: Jackson, which tests compare with, takes them in values only. */
    String name() {
        return "\"" + Seed.pick(random, NAMES) + random.nextInt(3) + "\"";
    }

    String space() {
        return Seed.pick(random, SPACES);
    }

    String comma() {
        return space() + "," + space();
    }

    String colon() {
        return space() + ":" + space();
    }
}
