package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseWordsTest {
    @Test
    void in_wordsWithDigitOrCapital_areFound() {
        assertThat(ProseWords.in("The total is 12,345.6, up 4.5% for McKinsey's Q3-2025 report."))
                .containsExactly("12,345.6", "McKinsey's", "Q3-2025");
    }

    @Test
    void in_smallWordsAndShortOnes_areNone() {
        assertThat(ProseWords.in("nothing here but words, Q3 and a1")).isEmpty();
    }
}
