package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LosslessFormTest {

    @Test
    void of_prettyJson_leavesOutSpaceBetweenTokensOnly() {
        String text =
                "{\n  \"id\" : 12345678901234567890,\n  \"a b\": [ 1.0, 2e3, \"x  \\n \\u00e9\" ],\n  \"id\": null\n}\n";

        assertThat(LosslessForm.of(text))
                .isEqualTo("{\"id\":12345678901234567890,\"a b\":[1.0,2e3,\"x  \\n \\u00e9\"],\"id\":null}");
    }

    @Test
    void of_colours_leavesText() {
        assertThat(LosslessForm.of("\u001b[1;31mFAIL\u001b[0m src/a.ts\u001b[K\n\u001b(Bdone"))
                .isEqualTo("FAIL src/a.ts\ndone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b]8;;https://example.org/a\u001b\\here\u001b]8;;\u001b\\",
                "name\u001b[20Gvalue",
                "cut off \u001b[3",
                "lone \u001b",
                "literal \\u001b[31m in source"
            })
    void of_sequencesThatPlaceOrNameSomething_areLeft(String text) {
        assertThat(LosslessForm.of(text)).isEqualTo(text);
    }

    @Test
    void of_progressBar_showsLastState() {
        String text =
                "Receiving objects:  10% (1/10)\rReceiving objects:  50% (5/10)\rReceiving objects: 100% (10/10)\nok\n";

        assertThat(LosslessForm.of(text)).isEqualTo("Receiving objects: 100% (10/10)\nok\n");
    }

    @Test
    void of_progressThatNamesWhatTheLastStateDoesNot_keepsThatState() {
        String text = "fetch a-1.jar 10%\rfetch a-1.jar 100%\rfetch b-2.jar 50%\rfetch b-2.jar 100%\n";

        assertThat(LosslessForm.of(text)).isEqualTo("fetch a-1.jar 100%\rfetch b-2.jar 100%\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\r\ntwo\r\n",
                "12.5\r13.7\r14.1",
                "a line\rof an old Macintosh\rfile\r",
                "row 1 5.2\rrow 2 7.1",
                "\r\r\n\r"
            })
    void of_carriageReturnsThatAreNoProgress_areLeft(String text) {
        assertThat(LosslessForm.of(text)).isEqualTo(text);
    }

    @Test
    void of_equalLines_areCounted() {
        assertThat(LosslessForm.of("start\n" + "waiting for server\n".repeat(42) + "up\n"))
                .isEqualTo("start\nwaiting for server\n[the line above, 41 more times]\nup\n");
        assertThat(LosslessForm.of("waiting for server\n".repeat(41) + "waiting for server"))
                .isEqualTo("waiting for server\n[the line above, 41 more times]");
    }

    @Test
    void of_equalBlocks_areCounted() {
        String block = "GET /health\n  status 200\n  took 3 ms\n";

        assertThat(LosslessForm.of("start\n" + block.repeat(5) + "GET /orders\n"))
                .isEqualTo("start\n" + block + "[the 3 lines above, 4 more times]\nGET /orders\n");
        assertThat(LosslessForm.of(block + block.stripTrailing())).isEqualTo(block + block.stripTrailing());
    }

    @Test
    void of_searchResults_nameEachFileOnce() {
        String hits = """
                src/main/java/org/example/Order.java:12:  int total;
                src/main/java/org/example/Order.java:40:  total += line.cents();
                README.md:3:total
                """;

        assertThat(LosslessForm.of(hits)).isEqualTo("""
                src/main/java/org/example/Order.java
                  12:  int total;
                  40:  total += line.cents();
                README.md:3:total
                """);
    }

    @Test
    void of_anySearchResults_canBeReadBack() {
        SplittableRandom random = new SplittableRandom(11);
        String[] paths = {"src/a/Basket.java", "src/a/very/long/path/to/Basket.java", "b.c", "x/y.py", "README"};
        String[] others = {"  12:indented", "-- ", "", "Binary file x.bin matches", "src/a/Basket.java", "12:3", "a:b"};
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                String path = paths[random.nextInt(paths.length)];
                for (int hits = random.nextInt(4); hits > 0; hits--) {
                    text.append(path)
                            .append(':')
                            .append(random.nextInt(300))
                            .append(":text ")
                            .append(hits)
                            .append('\n');
                }
                if (random.nextInt(3) == 0) {
                    text.append(others[random.nextInt(others.length)]).append('\n');
                }
            }
            String form = GroupedHits.of(text.toString());

            assertThat(form.length()).isLessThanOrEqualTo(text.length());
            // A text that has the form already is left as it is.
            assertThat(form.contentEquals(text) ? form : readBack(form)).isEqualTo(text.toString());
        }
    }

    private static boolean isPathOverHits(List<String> lines, int i) {
        return i + 1 < lines.size() && lines.get(i).matches("[^ :]+[./][^ :]*") && isHit(lines.get(i + 1));
    }

    private static boolean isHit(String line) {
        return line.matches("  \\d+:.*");
    }

    /** Nothing is gone: a reader puts the path before each line under it. */
    private static String readBack(String form) {
        StringBuilder text = new StringBuilder();
        List<String> lines = form.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (isPathOverHits(lines, i)) {
                String path = lines.get(i);
                while (i + 1 < lines.size() && isHit(lines.get(i + 1))) {
                    text.append(path)
                            .append(':')
                            .append(lines.get(++i).substring(2))
                            .append('\n');
                }
            } else {
                text.append(lines.get(i)).append('\n');
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"}\n}\n}\n", "a\n\n\n\n\nb", "x\nx", "abc\nabcd\nabc", ""})
    void of_shortRuns_areLeft(String text) {
        assertThat(LosslessForm.of(text)).isEqualTo(text);
    }

    @Test
    void of_anyText_isNoLongerAndStable() {
        SplittableRandom random = new SplittableRandom(7);
        String[] pieces = {
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\u001b[31m",
            "\u001b",
            "50%",
            "1/2",
            "a.b",
            "\\",
            "\ud800",
            "é🙂",
            "=====",
            "line\nline\nline\nline\nline\nline\n",
            "null",
            "1e9"
        };
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String form = LosslessForm.of(text.toString());
            assertThat(form.length()).as("%s", text).isLessThanOrEqualTo(text.length());
        }
    }
}
