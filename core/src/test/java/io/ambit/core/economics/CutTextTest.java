package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.spi.TokenCounter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutTextTest {
    private static final TokenCounter TOKENS = new BpeTokenCounter();

    @Test
    void of_textThatFits_isWhole() {
        CutText cut = CutText.of("one\ntwo\n", 100, TOKENS);

        assertThat(cut).isEqualTo(new CutText("one\ntwo\n", 2, 2));
        assertThat(cut.isCut()).isFalse();
    }

    @Test
    void of_manyLines_endsAtALineWithinTheBudget() {
        String text = "this is one of many lines\n".repeat(1_000);

        CutText cut = CutText.of(text, 100, TOKENS);

        assertThat(cut.isCut()).isTrue();
        assertThat(TOKENS.count(cut.text())).isBetween(80, 100);
        assertThat(cut.text()).endsWith("lines\n");
        assertThat(cut.shown()).isEqualTo((int) cut.text().lines().count());
        assertThat(cut.total()).isEqualTo(1_000);
    }

    @Test
    void of_oneLongLine_endsWithinIt() {
        CutText cut = CutText.of("word ".repeat(5_000), 50, TOKENS);

        assertThat(TOKENS.count(cut.text())).isBetween(40, 50);
        assertThat(cut.shown()).isZero();
        assertThat(cut.isCut()).isTrue();
    }

    @Test
    void of_anyText_isABeginningThatFits() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            for (int c = 0; c < length; c++) {
                text.appendCodePoint(
                        random.nextInt(6) == 0 ? '\n' : random.nextInt(3) == 0 ? 0x1F600 + c % 50 : 'a' + c % 26);
            }
            int most = 1 + random.nextInt(60);

            CutText cut = CutText.of(text.toString(), most, TOKENS);

            assertThat(text.toString()).as("round %d", i).startsWith(cut.text());
            assertThat(TOKENS.count(cut.text())).as("round %d", i).isLessThanOrEqualTo(most + 2);
            assertThat(cut.text().isEmpty()
                            || !Character.isHighSurrogate(
                                    cut.text().charAt(cut.text().length() - 1)))
                    .isTrue();
        }
    }
}
