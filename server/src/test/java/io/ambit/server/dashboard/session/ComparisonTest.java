package io.ambit.server.dashboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.server.dashboard.session.Comparison.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void of_linesLeftOut_areMarkedOnTheirSide() {
        Comparison comparison = Comparison.of("a\nb\nc\nd", "a\n[2 lines]\nd");

        assertThat(comparison.original())
                .containsExactly(new Run("a\n", false), new Run("b\nc\n", true), new Run("d", false));
        assertThat(comparison.forwarded())
                .containsExactly(new Run("a\n", false), new Run("[2 lines]\n", true), new Run("d", false));
    }

    @Test
    void of_nothingShared_isAllChanged() {
        Comparison comparison = Comparison.of("a\nb", "other");

        assertThat(comparison.original()).containsExactly(new Run("a\nb", true));
        assertThat(comparison.forwarded()).containsExactly(new Run("other", true));
    }

    /** Both sides keep every character, and what is unchanged says the same on both. */
    @Test
    void of_anyTexts_keepsBothWhole() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String before = text(random);
            String after = text(random);
            Comparison comparison = Comparison.of(before, after);
            assertThat(all(comparison.original())).as("seed %s", seed).isEqualTo(before);
            assertThat(all(comparison.forwarded())).as("seed %s", seed).isEqualTo(after);
            assertThat(lines(comparison.original())).as("seed %s", seed).isEqualTo(lines(comparison.forwarded()));
        }
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        int lines = random.nextInt(8);
        for (int i = 0; i < lines; i++) {
            out.append((char) ('a' + random.nextInt(3))).append('\n');
        }
        return out.toString();
    }

    private static String all(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static List<String> lines(List<Run> runs) {
        return runs.stream()
                .filter(run -> !run.changed())
                .flatMap(run -> run.text().lines())
                .toList();
    }
}
