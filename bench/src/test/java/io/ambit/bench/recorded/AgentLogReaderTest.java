package io.ambit.bench.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.SampleLogs;
import io.ambit.wire.logs.Lack;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentLogReaderTest {
    @ParameterizedTest
    @EnumSource(
            value = SampleLogs.class,
            names = {"CLAUDE_CODE", "CODEX", "PI", "QWEN_CODE"})
    void read_agentsLog_isToldByItsContent(SampleLogs log) {
        Heard heard = Heard.reading(log.text());

        assertThat(heard.problems).isEmpty();
        assertThat(heard.trajectories).hasSizeBetween(2, 3).allSatisfy(trajectory -> {
            assertThat(trajectory.steps()).isNotEmpty();
            assertThat(trajectory.factsOf(trajectory.steps().get(0)).usage()).isNotNull();
            assertThat(trajectory.facts().agent()).isEqualTo(agent(log));
        });
        assertThat(heard.skipped).containsKey(agent(log));
    }

    @Test
    void read_afterCompaction_answersFromBeforeAreNoSteps() {
        Trajectory after = Heard.reading(SampleLogs.PI.text()).trajectories.get(1);

        assertThat(after.messages().get(1).isStep()).isTrue();
        assertThat(after.steps()).containsExactly(4);
    }

    @Test
    void read_halfALineAtTheEnd_isNoProblem() {
        String log = SampleLogs.QWEN_CODE.text();

        Heard heard = Heard.reading(log.substring(0, log.length() - 20));

        assertThat(heard.problems).isEmpty();
        assertThat(heard.skipped.get("qwen-code")).containsEntry("(half a line at the end)", 1L);
    }

    @Test
    void read_brokenLineInTheMiddle_isOneProblemWithItsLine() {
        String log = SampleLogs.QWEN_CODE.text();
        int second = log.indexOf('\n') + 1;

        Heard heard = Heard.reading(log.substring(0, second) + "{\"uuid\": \n\n" + log.substring(second));

        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("no JSON object");
        });
        assertThat(heard.trajectories).hasSize(2);
    }

    @Test
    void read_logThatBeginsWithManyOtherRecords_isToldByALaterOne() {
        String noise = "{\"type\":\"telepathy\"}\n".repeat(150);

        Heard heard = Heard.reading(noise + SampleLogs.CODEX.text());

        assertThat(heard.trajectories).hasSize(2);
        assertThat(heard.skipped.get("codex")).containsEntry("telepathy", 150L);
    }

    @Test
    void read_anthropicBody_isReadWithItsSystemPrompt() {
        Heard heard = Heard.reading(SampleLogs.ANTHROPIC.text());

        assertThat(heard.problems).isEmpty();
        assertThat(heard.ids()).containsExactly("runs.jsonl");
        assertThat(heard.texts()).startsWith("You are careful.").anyMatch(text -> text.contains("graceDays = 14"));
        assertThat(heard.trajectories.get(0).facts().lacks())
                .contains(Lack.USAGE)
                .doesNotContain(Lack.TOOLS);
    }

    @Test
    void read_anthropicMessagesOneSessionALine_areRead() {
        String line = SampleLogs.ANTHROPIC.text().replace("\n", "").replaceFirst("\\{", "{\"id\":\"x\",");

        Heard heard = Heard.reading(line + "\n" + line.replaceFirst("\"x\"", "\"y\""));

        assertThat(heard.ids()).containsExactly("x", "y");
        assertThat(heard.trajectories.get(1).steps()).hasSize(2);
    }

    private static String agent(SampleLogs log) {
        return log.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
