package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

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
