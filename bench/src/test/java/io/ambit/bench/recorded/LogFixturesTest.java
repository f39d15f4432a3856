package io.ambit.bench.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.wire.logs.LogUsage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real logs of five agents, all of the same two turns: {@code -Dambit.logs=FOLDER}. Without the folder it is skipped.
 */
@EnabledIfSystemProperty(
        named = "ambit.logs",
        matches = ".+",
        disabledReason = "the agents' real logs are not here; name their folder with -Dambit.logs=FOLDER")
class LogFixturesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-code-2.1.330.jsonl",
                "codex-0.169.0-rollout.jsonl",
                "opencode-1.18.33.db",
                "pi-coding-agent-0.73.1.jsonl",
                "qwen-code-0.24.4.jsonl"
            })
    void read_realLog_hasAllItsRequestsAndTheirBill(String file) {
        Heard heard = new Heard();

        RecordedInput.of(Path.of(System.getProperty("ambit.logs"), file))
                .read(InputStream.nullInputStream(), UnaryOperator.identity(), heard);

        assertThat(heard.problems).isEmpty();
        assertThat(heard.trajectories).hasSize(1);
        Trajectory session = heard.trajectories.get(0);
        assertThat(session.steps()).hasSize(6);
        LogUsage sum = new LogUsage(0, 0, 0, 0, 0);
        for (int step : session.steps()) {
            assertThat(session.factsOf(step).at()).isNotNull();
            assertThat(session.factsOf(step).model()).isEqualTo("mock-model");
            sum = sum.plus(session.factsOf(step).usage());
        }
        assertThat(sum).isEqualTo(new LogUsage(600, 0, 0, 0, 60));
        assertThat(session.messages().stream().filter(RecordedMessage::isByTool))
                .hasSize(4);
        assertThat(session.facts().forks()).isZero();
    }
}
