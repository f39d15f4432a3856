package io.ambit.core.compress.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberedViewTest {
    private static String view(int lines) {
        return "[File: A.java]\n"
                + IntStream.rangeClosed(1, lines)
                        .mapToObj(i -> i + ":" + (i % 5 == 0 ? "" : "  statement" + i + "();"))
                        .collect(Collectors.joining("\n"))
                + "\nend";
    }

    @Test
    void withoutBlankLines_view_losesThemOnly() {
        assertThat(NumberedView.withoutBlankLines(view(7)))
                .isEqualTo("[File: A.java]\n1:  statement1();\n2:  statement2();\n3:  statement3();\n"
                        + "4:  statement4();\n6:  statement6();\n7:  statement7();\nend");
    }

    @Test
    void withoutBlankLines_otherText_staysAsItIs() {
        String text = "a\n\nb\n\n12:30 lunch\n";
        assertThat(NumberedView.withoutBlankLines(text)).isEqualTo(text);
        assertThat(NumberedView.isOne(text)).isFalse();
    }

    @Test
    void editEcho_keepsTenLinesAroundTheEdit() {
        String echo = EditEcho.around(view(60), List.of("  statement31();\n  statement32();"));
        assertThat(echo)
                .contains("\n21:  statement21();\n", "\n31:  statement31();\n", "\n42:  statement42();\n")
                .contains("[1-20 not shown]", "[43-60 not shown]", "[File: A.java]", "\nend")
                .doesNotContain("statement19()", "statement44()");
    }

    @Test
    void editEcho_viewThatDoesNotShowTheEdit_staysWhole() {
        assertThat(EditEcho.around(view(60), List.of("nothing of this\nstands there")))
                .isEqualTo(view(60));
        assertThat(EditEcho.around(view(60), List.of())).isEqualTo(view(60));
    }
}
