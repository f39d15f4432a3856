package io.ambit.bench.compress;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.economics.Chars4TokenCounter;
import org.junit.jupiter.api.Test;

class CompressTrialTest {
    @Test
    void of_longLog_isCutAndSaysWhatWasKept() {
        String log = "step done in 12 ms\n".repeat(2_000) + "ERROR: disk sda1 is full\n";

        CompressTrial trial = trial(log, "balanced");

        assertThat(trial.tokensAfter()).isLessThan(trial.tokensBefore() / 4);
        assertThat(trial.shown()).contains("ERROR: disk sda1 is full");
        assertThat(trial.charactersBefore()).isEqualTo(log.length());
        assertThat(trial.charactersAfter()).isEqualTo(trial.shown().length());
        assertThat(trial.how()).isNotEqualTo("whole");
    }

    @Test
    void of_longProse_isCutWithReasons() {
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            prose.append("Item ")
                    .append(i * 7919 % 1000)
                    .append(" of the report speaks of matter ")
                    .append(i * i);
            prose.append(" at some length.\n");
        }

        CompressTrial trial = trial(prose.toString(), "balanced");

        assertThat(trial.how()).isEqualTo("cut");
        assertThat(trial.kept()).isNotEmpty();
    }

    @Test
    void of_shortText_isShownWhole() {
        CompressTrial trial = trial("all is well", "balanced");

        assertThat(trial.how()).isEqualTo("whole");
        assertThat(trial.shown()).isEqualTo("all is well");
        assertThat(trial.kept()).isEmpty();
    }

    @Test
    void of_off_changesNothing() {
        String json = "[" + "{\"a\": 1, \"b\": 2}, ".repeat(3_000) + "{}]";

        assertThat(trial(json, "off").tokensAfter())
                .isEqualTo(trial(json, "off").tokensBefore());
        assertThat(trial(json, "safe").tokensAfter())
                .isLessThan(trial(json, "safe").tokensBefore());
    }

    private static CompressTrial trial(String text, String policy) {
        return CompressTrial.of("text", text, Policies.parse(policy), new Chars4TokenCounter());
    }
}
