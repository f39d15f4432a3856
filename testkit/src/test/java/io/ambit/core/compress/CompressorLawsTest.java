package io.ambit.core.compress;

import static org.assertj.core.api.Assertions.fail;

import io.ambit.testkit.CompressorLaws;
import io.ambit.testkit.GeneratedOutputs;
import io.ambit.testkit.GeneratedOutputs.Kind;
import io.ambit.testkit.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every compressor on generated outputs, most of them damaged. {@code -Dambit.fuzz.cases=1000000} sets how many cases run
 * in all; {@code -Dambit.fuzz.first=N} where the seeds start, so that a seed from a failure can be run alone.
 */
class CompressorLawsTest {
    private static final int CASES = Integer.getInteger("ambit.fuzz.cases", 1000);
    private static final long FIRST = Long.getLong("ambit.fuzz.first", 0);
    private static final int LARGE = 100_000;

    @ParameterizedTest
    @EnumSource
    void compressors_damagedOutput_neitherThrowNorGrow(Kind kind) {
        for (long n = FIRST; n < FIRST + Math.max(1, CASES / Kind.values().length); n++) {
            Seed seed = new Seed(n);
            SplittableRandom random = seed.random();
            int size = (int) Math.exp(2 + 7.5 * random.nextDouble());
            String before = kind.text(random, size);
            String text = random.nextBoolean() ? before : kind.text(random, size);
            for (int times = random.nextInt(3); times > 0; times--) {
                text = GeneratedOutputs.damaged(text, random);
            }
            check(seed + ", " + kind, text, before, random.nextInt(2 * size + 60));
        }
    }

    /** Depth without end, lines without end, words without end: what recursion and careless loops fail at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "{'a':(",
                "a/",
                "/",
                "-",
                "\n",
                " ",
                "\r",
                "\u0008",
                "\u001b[",
                "\"",
                "\\",
                "\\\"",
                "<",
                "<a>",
                "/*",
                "/*\n",
                "*/",
                "#",
                "1\t\n",
                "- ",
                "a:\n ",
                "a: |\n  b\n",
                "&a *a ",
                "x",
                "\ud83d",
                "@@ -1 +1 @@\n",
                "at a.b(\n",
                "Caused by: a\n",
                "E   \n",
                "1: error\n",
                "%",
                "[1 line as in #abcdef]\n",
                "é",
                "}",
                "]",
                ",",
                "0",
                "{}",
                "[]\n"
            })
    void compressors_oneThingOverAndOver_neitherThrowNorGrow(String piece) {
        String text = piece.repeat(LARGE / piece.length());
        check(piece, text, text.substring(0, LARGE / 3), 700);
    }

    private static void check(String what, String text, String before, int budget) {
        try {
            CompressorLaws.check(text, before, budget);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            String shown = text.length() > 3000 ? text.substring(0, 3000) + "…" : text;
            fail(what + ", budget " + budget + ": " + shown, e);
        }
    }
}
