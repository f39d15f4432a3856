package io.ambit.store.backlog;

import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as a bad disk, a bad merge or a bad program leaves them. */
class DamagedFilesTest {
    private static final List<String> PIECES = List.of(
            "---\n",
            "---\r\n",
            "\uFEFF",
            "id: TASK-0001\n",
            "status: open\n",
            "title: >-\n  a\n",
            "tags: [a, b]\n",
            "tags:\n- a\n",
            "x: &a\n  - 1\n",
            "y: *a\n",
            "? k\n: v\n",
            "<<: *a\n",
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            "- ",
            "#",
            "|",
            ">",
            "!!str ",
            "%YAML 1.1\n",
            "...\n",
            "\t",
            "\0",
            "\u2028",
            "<<<<<<< HEAD\n",
            "=======\n",
            "text\n",
            "\uD83D\uDE00",
            "@",
            "`",
            "status: {a: 1}\n",
            "status",
            "status: # c\n",
            "\n");

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void read_anyDamage_isAnItemOrAFault(Seed seed) {
        SplittableRandom random = seed.random();
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "---\n");
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append(Seed.pick(random, PIECES));
            }
            text.append(random.nextBoolean() ? "\n---\nbody" : "");
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            BacklogFuzzCases.file(Arrays.copyOf(bytes, bytes.length - (bytes.length > 0 ? random.nextInt(2) : 0)));
            BacklogFuzzCases.path(bytes);
        }
    }
}
