package io.ambit.testkit;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Pieces of JSON written as text without a library, so that they hold what such libraries smooth over: every way to
 * escape a character, lone surrogates, numbers no double holds, duplicate and unknown keys, deep nesting, white space
 * anywhere. All are valid JSON and valid UTF-8.
 */
public final class GeneratedJson {
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

    private final SplittableRandom random;

    public GeneratedJson(SplittableRandom random) {
        this.random = random;
    }

    /** Adds up to so many members, each with a comma before it. */
    public void members(StringBuilder out, int most) {
        int count = random.nextInt(most + 1);
        for (int m = 0; m < count; m++) {
            // A short alphabet, so that keys do repeat.
            String name = random.nextInt(4) == 0 ? name() : "\"x" + random.nextInt(3) + "\"";
            out.append(comma()).append(name).append(colon()).append(value(4));
        }
    }

    /** Any value, nested up to so many levels deep and more. */
    public String value(int depth) {
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

    /** A string of up to so many pieces. */
    public String string(int pieces) {
        StringBuilder out = new StringBuilder("\"");
        int count = random.nextInt(pieces + 1);
        for (int p = 0; p < count; p++) {
            out.append(Seed.pick(random, PIECES));
        }
        return out.append('"').toString();
    }

    /** A name without lone surrogates: Jackson, which tests compare with, takes them in values only. */
    public String name() {
        return "\"" + Seed.pick(random, NAMES) + random.nextInt(3) + "\"";
    }

    /** White space, mostly none. */
    public String space() {
        return Seed.pick(random, SPACES);
    }

    /** A comma with white space around it. */
    public String comma() {
        return space() + "," + space();
    }

    /** A colon with white space around it. */
    public String colon() {
        return space() + ":" + space();
    }
}
