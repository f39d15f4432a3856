package io.ambit.core.compress.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Pointer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedLinesTest {
    private final SharedLines lines = new SharedLines();

    private static String file(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "    int field" + i + " = compute(" + i + ");")
                .collect(Collectors.joining("\n"));
    }

    private static String numbered(String text, int first) {
        String[] each = text.split("\n", -1);
        return IntStream.range(0, each.length)
                .mapToObj(i -> (first + i) + ":" + each[i])
                .collect(Collectors.joining("\n"));
    }

    private String replace(String text) {
        return lines.replace(text, SharedLines.Limits.USUAL, number -> "#" + number);
    }

    @Test
    void replace_runThatWasShown_pointsToItAndKeepsItsFirstLine() {
        lines.add("something else\nentirely");
        lines.add(file(1, 40));
        String text = "header\n" + file(10, 30) + "\nfooter";
        assertThat(replace(text)).isEqualTo("header\n    int field10 = compute(10);\n[20 lines as in #1]\nfooter");
    }

    @Test
    void replace_plainFileThatIsReadAgainWithNumbers_namesTheNumbers() {
        lines.add(file(1, 40));
        assertThat(replace(numbered(file(1, 40), 1))).isEqualTo("1:    int field1 = compute(1);\n[2-40 as in #0]");
    }

    @Test
    void replace_fileThatChanged_showsTheChangeBetweenPointers() {
        lines.add(numbered(file(1, 40), 1));
        String[] changed = file(1, 40).split("\n", -1);
        changed[20] = "    String other;";
        String shown = replace(numbered(String.join("\n", changed), 1));
        assertThat(shown)
                .isEqualTo("1:    int field1 = compute(1);\n[2-20 as in #0]\n21:    String other;\n"
                        + "22:    int field22 = compute(22);\n[23-40 as in #0]");
    }

    @Test
    void replace_shortRun_stays() {
        lines.add(file(1, 40));
        String text = "a\n" + file(3, 5) + "\nb";
        assertThat(replace(text)).isEqualTo(text);
    }

    @Test
    void replace_blankLinesAndWhiteSpaceAtLineEnds_doNotCount() {
        lines.add(file(1, 40));
        assertThat(replace(file(1, 40).replace("\n", "  \n\n"))).contains("lines as in #0]");
    }

    @Test
    void replace_nothingShownBefore_staysAsItIs() {
        assertThat(replace(file(1, 40))).isEqualTo(file(1, 40));
        lines.add(file(100, 140));
        assertThat(replace(file(1, 40))).isEqualTo(file(1, 40));
    }

    @Test
    void pointer_isKnownByItsForm() {
        assertThat(Pointer.isPointer("[20 lines as in #abc123, read x]")).isTrue();
        assertThat(Pointer.isPointer("[2-40 as in #abc123]")).isTrue();
        assertThat(Pointer.isPointer("as in #abc123")).isFalse();
        assertThat(Pointer.lines(1, "#a")).isEqualTo("[1 line as in #a]");
        assertThat(Pointer.range(7, 7, "#a")).isEqualTo("[7 as in #a]");
    }
}
