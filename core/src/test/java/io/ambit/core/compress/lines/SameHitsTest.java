package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameHitsTest {

    @Test
    void of_hitsOfTheSameText_becomeOneWithAllNumbers() {
        assertThat(
                        SameHits.of(
                                "Found 4:\nLine 12:   @throws IOException on failure\nLine 30:   int other = read(file);\n"
                                        + "Line 40:   @throws IOException on failure\nLine 77:   @throws IOException on failure\nend"))
                .isEqualTo("Found 4:\nLine 12, 40, 77:   @throws IOException on failure\n"
                        + "Line 30:   int other = read(file);\nend");
    }

    @Test
    void of_viewOfAFile_staysAsItIs() {
        String view =
                "1:    doSomethingLong(here);\n2:    doSomethingLong(here);\n3:    x\n4:    doSomethingLong(here);";
        assertThat(SameHits.of(view)).isEqualTo(view);
    }

    @Test
    void of_numbersThatDoNotRise_staysAsItIs() {
        String log = "12:the same text in each line\n30:the same text in each line\n"
                + "7:the same text in each line\n90:the same text in each line";
        assertThat(SameHits.of(log)).isEqualTo(log);
    }
}
