package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTextTest {
    private static final Pattern GAP = Pattern.compile("\\[… ([0-9]+) lines?(?:, [^\\]]*)?\\]");

    private static String within(String text, int budget) {
        return LineText.within(text, budget, Asked.NOTHING, Shown.NOTHING).text();
    }

    @Test
    void within_textOfTheBudget_isTheText() {
        assertThat(within("a\nb\n", 4)).isEqualTo("a\nb\n");
    }

    @Test
    void within_failureInMuchGreen_showsFailureItsPlaceAndItsCount() {
        String green = IntStream.range(0, 400)
                .mapToObj(i -> "test_number_" + i + " PASSED [" + i / 4 + "%]\n")
                .collect(Collectors.joining());
        String text =
                green + "test_sum FAILED\n" + green + "E   AssertionError: expected 5, got 4\ntests/test_sum.py:12: "
                        + "AssertionError\n1 failed, 800 passed in 3.1s\n";

        String shown = within(text, 600);

        assertThat(shown)
                .contains("test_sum FAILED\n", "expected 5, got 4\n", "test_sum.py:12: ", "1 failed, 800 passed")
                .hasSizeLessThan(800);
    }

    @Test
    void within_wordErrorInCode_isNoReasonToKeepALine() {
        String code = IntStream.range(0, 200)
                .mapToObj(i -> "    int value" + i + " = error(failed);\n")
                .collect(Collectors.joining());

        Compressed shown = LineText.within("class A {\n" + code + "}\n", 500, Asked.NOTHING, Shown.NOTHING);

        assertThat(shown.kind()).isEqualTo("source code");
        assertThat(shown.text()).startsWith("class A {\n").hasSizeLessThan(600);
        assertThat(shown.kept()).extracting(Compressed.Kept::why).doesNotContain("error");
    }

    @Test
    void within_numberedView_leavesNumbersAndMarksGaps() {
        String view = IntStream.range(1, 200)
                .mapToObj(i -> i + ":" + (i % 5 == 0 ? "" : "    call" + i + "();") + "\n")
                .collect(Collectors.joining());

        String shown = within("[File: /src/A.java (900 lines total)]\n" + view + "(701 more lines below)\n", 900);

        assertThat(shown)
                .startsWith("[File: /src/A.java (900 lines total)]\n1:    call1();\n")
                .contains("…\n")
                .endsWith("(701 more lines below)\n");
    }

    @Test
    void within_pointerOfAnEarlierStep_stays() {
        String text = "plain words of no weight here\n".repeat(60) + "[lines 61-90: as in #k3x9q2]\n"
                + "more words of no weight here\n".repeat(60);

        assertThat(within(text, 200)).contains("\n[lines 61-90: as in #k3x9q2]\n");
    }

    @Test
    void within_askedForWords_arePreferred() {
        String text = IntStream.range(0, 300)
                .mapToObj(
                        i -> (i == 217 ? "the harbour master was Ferenc\n" : "line of other words number " + i + "\n"))
                .collect(Collectors.joining());

        assertThat(LineText.within(text, 500, new Asked("find", "{\"name\":\"ferenc\"}"), Shown.NOTHING)
                        .text())
                .contains("Ferenc");
    }

    @Test
    void within_identifiersAlreadyShown_givePlaceToNewOnes() {
        String text = IntStream.range(0, 200)
                .mapToObj(i -> "see old_name_" + i + " and new_name_" + i + "\n".formatted())
                .collect(Collectors.joining());
        Shown shown = new Shown() {
            @Override
            public boolean holds(String identifier) {
                return !identifier.equals("new_name_177");
            }

            @Override
            public @Nullable String definition(String label) {
                return null;
            }
        };

        assertThat(LineText.within(text, 600, Asked.NOTHING, shown).text()).contains("new_name_177");
    }

    @Test
    void within_oneVeryLongLine_isShortenedInside() {
        String shown = within("start " + "x".repeat(1_000_000) + " end", 1_000);

        assertThat(shown)
                .startsWith("start x")
                .contains("…(+")
                .endsWith("x end")
                .hasSizeLessThan(1_100);
    }

    @Test
    void within_anyText_keepsLinesAndCountsTheOthers() {
        for (long seed = 0; seed < 1_500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = generated(random);
            int budget = 20 + random.nextInt(1_500);

            String shown = within(text, budget);

            assertThat(shown.length()).as("seed %s", seed).isLessThanOrEqualTo(text.length());
            assertThat(within(text, budget)).as("seed %s", seed).isEqualTo(shown);
            assertLinesAddUp(text, shown, "seed " + seed);
        }
    }

    /** Every line of {@code shown} is one of the text, in order, or a mark that counts the ones that are missing. */
    private static void assertLinesAddUp(String text, String shown, String seed) {
        List<String> lines = text.lines().toList();
        if (text.indexOf('\r') >= 0 || Lines.of(text).numbering().isPresent()) {
            return;
        }
        int at = 0;
        for (String line : shown.lines().toList()) {
            Matcher gap = GAP.matcher(line);
            if (gap.matches()) {
                at += Integer.parseInt(gap.group(1));
            } else {
                String original = lines.get(at++);
                int mark = line.indexOf("…(+");
                if (mark >= 0) {
                    assertThat(original).as(seed).startsWith(line.substring(0, mark));
                } else {
                    assertThat(line).as(seed).isEqualTo(original);
                }
            }
        }
        assertThat(at).as(seed).isEqualTo(lines.size());
    }

    private static String generated(SplittableRandom random) {
        String[] pieces = {
            "[INFO] Compiling 12 source files",
            "Downloading https://example.org/a/b.jar",
            "error: cannot find symbol",
            "  at com.acme.Order.total(Order.java:12)",
            "Caused by: java.lang.IllegalStateException: no",
            "}",
            "",
            "",
            "   ",
            "public class Order {",
            "    return total + 1;",
            "/** Adds up. */",
            "The quick brown fox jumps over the lazy dog and goes on to the river where it sleeps.",
            "2026-01-02 10:11:12.123 INFO request 4711 took 12 ms",
            "2026-01-02 10:11:13.456 WARN slow request 4712",
            "12: int x = 1;",
            "\tTests run: 3, Failures: 1",
            "é🙂 \ud800",
            "y".repeat(700),
            "a b ".repeat(200),
            "src/a.py:12:5: E501 line too long",
            "\u0000\u0007",
            "│",
            ":",
            "1:",
            "/* x",
            "File \"",
        };
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(120); n > 0; n--) {
            String piece = pieces[random.nextInt(pieces.length)];
            int times = random.nextInt(8) == 0 ? 1 + random.nextInt(20) : 1;
            for (int i = 0; i < times; i++) {
                text.append(piece).append(random.nextInt(5) == 0 ? " " + i : "").append('\n');
            }
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }
}
