package io.ambit.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.bench.recorded.InputFiles;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PolicySweepTest {
    @Test
    void run_sessionsWithLargeOutputs_reportsTheUnseenHalfAgainstBalanced() {
        SweepReport report = sweep(8, 5, 6, () -> false);

        assertThat(report.tuneSessions()).isEqualTo(4);
        assertThat(report.testSessions()).isEqualTo(4);
        assertThat(report.off().steps()).isEqualTo(4 * 6);
        assertThat(report.best().steps()).isEqualTo(4 * 6);
        assertThat(report.tried()).isGreaterThan(10);
        assertThat(report.best().charged()).isLessThan(report.off().charged());
        assertThat(report.isBetter())
                .isEqualTo(!report.settings().isEmpty()
                        && report.best().charged() < report.balanced().charged());
        assertThat(Policies.parse(report.spec()).name()).startsWith("custom");
        assertThat(PolicySweep.json(report)).containsEntry("seed", 5L).containsKeys("settings", "best", "isBetter");
    }

    @Test
    void run_sameSeed_findsTheSame() {
        assertThat(sweep(8, 9, 3, () -> false).settings())
                .isEqualTo(sweep(8, 9, 3, () -> false).settings());
    }

    @Test
    void run_fewSessions_saysSo() {
        assertThatThrownBy(() -> sweep(7, 1, 2, () -> false))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("at least 8 sessions")
                .hasMessageContaining("found 7");
    }

    @Test
    void run_stopped_givesTheBestSoFar() {
        AtomicInteger asked = new AtomicInteger();

        SweepReport report = sweep(8, 1, 4, () -> asked.incrementAndGet() > 60);

        assertThat(report.stopped()).isTrue();
        assertThat(report.tried()).isBetween(1, 30);
        assertThat(report.best().steps()).isEqualTo(4 * 4);
        assertThat(report.best().charged()).isLessThanOrEqualTo(report.off().charged());
    }

    @Test
    void candidates_nearAndAny_areNeverDrawnTwice() {
        SweepCandidates candidates = new SweepCandidates(3);

        List<Map<String, Integer>> any = candidates.any(20);
        List<Map<String, Integer>> near = candidates.near(any.get(0), 10);

        assertThat(any).hasSize(20).doesNotHaveDuplicates().doesNotContainAnyElementsOf(near);
        assertThat(near)
                .hasSize(10)
                .allSatisfy(settings -> assertThat(
                                Policies.parse(SweepCandidates.spec(settings)).name())
                        .isNotEqualTo(Policies.parse("custom").name()));
    }

    private static SweepReport sweep(int sessions, long seed, int steps, BooleanSupplier cancelled) {
        StringBuilder input = new StringBuilder();
        Random random = new Random(7);
        for (int s = 0; s < sessions; s++) {
            input.append(session("s" + s, steps, random)).append('\n');
        }
        return new PolicySweep(
                        new SweepSettings(
                                InputFiles.of(List.of("-"), problem -> {}), new Chars4TokenCounter(), 0.005, 6, seed),
                        OpenAiChatCodec::new,
                        ReplayProgress.SILENT,
                        cancelled)
                .run(new ByteArrayInputStream(input.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String session(String id, int steps, Random random) {
        StringBuilder out = new StringBuilder(
                "{\"id\":\"" + id + "\",\"messages\":[{\"role\":\"user\",\"content\":\"read them all\"}");
        for (int step = 0; step < steps; step++) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 150; line++) {
                text.append("the ").append(random.nextInt(1000)).append(" words of a line that says little\n");
            }
            out.append(",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c")
                    .append(step)
                    .append("\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}}]}")
                    .append(",{\"role\":\"tool\",\"tool_call_id\":\"c")
                    .append(step)
                    .append("\",\"content\":")
                    .append(JsonStrings.quote(text.toString()))
                    .append('}');
        }
        return out.append("]}").toString();
    }
}
