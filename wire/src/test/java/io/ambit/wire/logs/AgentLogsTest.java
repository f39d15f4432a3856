package io.ambit.wire.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.testkit.SampleLogs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentLogsTest {
    @Test
    void claudeCode_piecesAndCallsAtOnce_areOneMessageWithBothResults() {
        RecordedSession first = Logs.read(SampleLogs.CLAUDE_CODE).sessions().get(0);

        assertThat(Logs.told(first))
                .containsExactly(
                        "user: Why does LateFeeTest fail?",
                        "assistant: I look at both. -> t1 Glob -> t2 Bash",
                        "tool t1: src/billing/InvoiceTotal.java",
                        "tool t2: Tests run: 3, Failures: 1",
                        "assistant -> t3 Task",
                        "tool t3: graceDays is 14",
                        "assistant: graceDays is 14, the test waits 7.");
        assertThat(first.messages().get(1).at()).isEqualTo(Instant.parse("2026-03-02T09:00:04Z"));
        assertThat(first.messages().get(1).model()).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(first.lacks()).containsExactlyInAnyOrder(Lack.SYSTEM_PROMPT, Lack.TOOLS, Lack.REASONING);
    }

    @Test
    void claudeCode_usage_countsOncePerAnswerWithItsLastOutput() {
        RecordedSession first = Logs.read(SampleLogs.CLAUDE_CODE).sessions().get(0);

        assertThat(Logs.usages(first))
                .containsExactly(
                        new LogUsage(10, 0, 900, 0, 55),
                        new LogUsage(12, 900, 60, 0, 20),
                        new LogUsage(14, 960, 30, 0, 25));
    }

    @Test
    void claudeCode_compactionAndSubAgent_areSessionsOfTheirOwn() {
        List<RecordedSession> sessions = Logs.read(SampleLogs.CLAUDE_CODE).sessions();

        assertThat(sessions).hasSize(3);
        assertThat(Logs.told(sessions.get(1)))
                .startsWith("user: Summary: graceDays is 14 in src/billing/LateFee.java.", "user: Make it 7")
                .hasSize(5);
        assertThat(sessions.get(1).id()).endsWith("part 2 of 2");
        assertThat(Logs.usages(sessions.get(1)).get(0)).isEqualTo(new LogUsage(9, 0, 200, 100, 44));
        assertThat(sessions.get(2).id()).endsWith("agent ag7");
        assertThat(Logs.told(sessions.get(2))).hasSize(4).contains("assistant -> t4 Read");
    }

    @Test
    void claudeCode_turnTakenBack_isCountedAndLeft() {
        List<RecordedSession> sessions = Logs.read(SampleLogs.CLAUDE_CODE).sessions();

        assertThat(sessions.get(1).forks()).isEqualTo(1);
        assertThat(sessions.get(1).leftOut()).isEqualTo(2);
        assertThat(sessions.toString()).doesNotContain("It is TaxRule17", "API Error");
        assertThat(Logs.skipped(SampleLogs.CLAUDE_CODE))
                .containsEntry("file-history-snapshot", 1L)
                .containsEntry("queue-operation", 1L)
                .containsEntry("system", 1L);
    }

    @Test
    void claudeCode_frameOfRequests_givesSystemPromptAndTools() {
        String log = SampleLogs.CLAUDE_CODE.text()
                + "{\"type\":\"api-request-shape\",\"sessionId\":\"s\",\"shape\":{\"system\":[{\"type\":\"text\","
                + "\"text\":\"Be brief.\"}],\"tools\":[{\"name\":\"Read\"}]}}\n";

        RecordedSession first =
                Logs.read(log.getBytes(StandardCharsets.UTF_8)).sessions().get(0);

        assertThat(Logs.told(first)).startsWith("system: Be brief.");
        assertThat(first.tools()).isEqualTo("[{\"name\":\"Read\"}]");
        assertThat(first.lacks()).containsExactly(Lack.REASONING);
    }

    @Test
    void claudeCode_whatStandsBesideAMessage_isPartOfWhatWasSent() {
        String log = """
                {"type":"user","uuid":"u","parentUuid":null,"sessionId":"s","message":{"role":"user","content":"hi"}}
                {"type":"attachment","uuid":"t","parentUuid":"u","sessionId":"s","attachment":{"type":"date"},\
                "rendered":[{"content":"It is Monday."},{"content":"It rains."}],"renderedRole":"system"}
                {"type":"attachment","uuid":"v","parentUuid":"t","sessionId":"s","attachment":{"type":"mood"}}
                {"type":"assistant","uuid":"a","parentUuid":"v","sessionId":"s","message":{"id":"m","content":[\
                {"type":"text","text":"hello"}]}}
                """;

        LogReader reader = Logs.read(log.getBytes(StandardCharsets.UTF_8));

        assertThat(Logs.told(reader.sessions().get(0)))
                .containsExactly("user: hi", "system: It is Monday.", "assistant: hello");
        assertThat(reader.sessions().get(0).messages().get(1).message().text()).isEqualTo("It is Monday.\nIt rains.");
        assertThat(reader.skipped()).containsExactly(java.util.Map.entry("attachment mood", 1L));
    }

    @Test
    void codex_itemsOfOneResponse_areOneAnswer() {
        List<RecordedSession> sessions = Logs.read(SampleLogs.CODEX).sessions();

        assertThat(sessions).hasSize(2);
        assertThat(Logs.told(sessions.get(0)))
                .containsExactly(
                        "system: You are a careful engineer.",
                        "user: Why does LateFeeTest fail?",
                        "assistant: I look at both. -> k1 shell -> k2 shell",
                        "tool k1: src/billing/InvoiceTotal.java",
                        "tool k2: Tests run: 3, Failures: 1",
                        "assistant: LateFeeTest.addsFeeAfterGrace waits 7 days.");
        assertThat(Logs.usages(sessions.get(0)))
                .containsExactly(new LogUsage(1000, 0, 0, 0, 60), new LogUsage(200, 1000, 0, 0, 20));
        assertThat(Logs.told(sessions.get(1)))
                .containsExactly(
                        "system: You are a careful engineer.",
                        "user: Why does LateFeeTest fail?",
                        "user: Summary: it waits 7 days",
                        "user: Fix it",
                        "assistant -> k3 apply_patch",
                        "tool k3: Success",
                        "assistant: Fixed.");
        assertThat(sessions.get(1).carried()).isEqualTo(3);
        assertThat(Logs.skipped(SampleLogs.CODEX)).containsExactly(java.util.Map.entry("ghost_snapshot", 1L));
    }

    @Test
    void codex_turnRolledBack_isTakenOut() {
        String log = SampleLogs.CODEX.text()
                + "{\"timestamp\":\"2026-03-02T09:06:00Z\",\"type\":\"event_msg\",\"payload\":"
                + "{\"type\":\"thread_rolled_back\",\"num_turns\":1}}\n";

        List<RecordedSession> sessions =
                Logs.read(log.getBytes(StandardCharsets.UTF_8)).sessions();

        assertThat(sessions).hasSize(1);
    }

    @Test
    void codex_bareItemsOfTheFirstVersions_areRead() {
        String log = """
                {"id":"old-1","timestamp":"2025-05-01T10:00:00Z","instructions":"Be brief."}
                {"record_type":"state"}
                {"type":"message","role":"user","content":[{"type":"input_text","text":"list"}]}
                {"type":"function_call","name":"shell","arguments":"{}","call_id":"c1"}
                {"type":"function_call_output","call_id":"c1","output":"a.txt"}
                {"type":"message","role":"assistant","content":[{"type":"output_text","text":"a.txt"}]}
                """;

        List<RecordedSession> sessions =
                Logs.read(log.getBytes(StandardCharsets.UTF_8)).sessions();

        assertThat(Logs.told(sessions.get(0)))
                .containsExactly(
                        "system: Be brief.",
                        "user: list",
                        "assistant -> c1 shell",
                        "tool c1: a.txt",
                        "assistant: a.txt");
        assertThat(sessions.get(0).lacks()).contains(Lack.USAGE, Lack.MODEL, Lack.TIMES);
    }

    @Test
    void pi_treeAndCompaction_followTheLastLeaf() {
        List<RecordedSession> sessions = Logs.read(SampleLogs.PI).sessions();

        assertThat(sessions).hasSize(2);
        assertThat(Logs.told(sessions.get(0)))
                .containsExactly(
                        "user: Why does LateFeeTest fail?",
                        "assistant: I list. -> p1 bash",
                        "tool p1: src/billing/InvoiceTotal.java",
                        "assistant -> p2 read",
                        "tool p2: class LateFee {");
        assertThat(Logs.told(sessions.get(1)))
                .containsExactly(
                        "user: Looked at src/billing.",
                        "assistant -> p2 read",
                        "tool p2: class LateFee {",
                        "user: Make graceDays 7",
                        "assistant: Done in LateFee.java");
        assertThat(sessions.get(1).carried()).isEqualTo(3);
        assertThat(sessions.get(1).forks()).isEqualTo(1);
        assertThat(sessions.get(0).messages().get(1).provider()).isEqualTo("google");
        assertThat(Logs.usages(sessions.get(0))).last().isEqualTo(new LogUsage(60, 500, 0, 0, 15));
    }

    @Test
    void qwenCode_partsAndCompression_areRead() {
        List<RecordedSession> sessions = Logs.read(SampleLogs.QWEN_CODE).sessions();

        assertThat(sessions).hasSize(2);
        assertThat(Logs.told(sessions.get(0)))
                .containsExactly(
                        "user: Why does LateFeeTest fail?",
                        "assistant: I run it. -> w1 run_shell_command",
                        "tool w1: Tests run: 3, Failures: 1",
                        "assistant: LateFeeTest.addsFeeAfterGrace fails.");
        assertThat(Logs.usages(sessions.get(0))).last().isEqualTo(new LogUsage(120, 780, 0, 0, 12));
        assertThat(sessions.get(1).carried()).isEqualTo(2);
        assertThat(Logs.told(sessions.get(1)))
                .startsWith("user: Summary: addsFeeAfterGrace fails", "assistant: Understood.");
    }

    @Test
    void opencode_stepsOfOneMessage_areAnswersOfTheirOwn() {
        List<RecordedSession> sessions =
                Logs.opencode(SampleLogs.OPENCODE.text().getBytes(StandardCharsets.UTF_8));

        assertThat(sessions).hasSize(2);
        assertThat(Logs.told(sessions.get(0)))
                .containsExactly(
                        "user: Why does LateFeeTest fail?",
                        "assistant: I list. -> o1 bash",
                        "tool o1: src/billing/InvoiceTotal.java",
                        "assistant -> o2 read",
                        "tool o2: class LateFee {",
                        "assistant: graceDays is 14",
                        "assistant: Summary: graceDays is 14");
        assertThat(Logs.usages(sessions.get(0)))
                .startsWith(new LogUsage(40, 0, 900, 0, 20), new LogUsage(60, 900, 50, 0, 20));
        assertThat(Logs.told(sessions.get(1)))
                .containsExactly("user: Summary: graceDays is 14", "user: Make it 7", "assistant: Done.");
    }

    @Test
    void anthropic_requestBody_isRead() {
        byte[] body = SampleLogs.ANTHROPIC.text().getBytes(StandardCharsets.UTF_8);
        Json document = Json.parse(body);

        assertThat(AnthropicMessages.claims(document)).isTrue();
        RecordedSession session = AnthropicMessages.read("file.json", document, body);
        assertThat(Logs.told(session))
                .containsExactly(
                        "system: You are careful.",
                        "user: Read LateFee",
                        "assistant: Yes. -> n1 read",
                        "tool n1: class LateFee {",
                        "user: go on",
                        "assistant: graceDays is 14");
        assertThat(session.lacks()).contains(Lack.IMAGES).doesNotContain(Lack.TOOLS, Lack.SYSTEM_PROMPT);
        assertThat(AnthropicMessages.claims(Json.parse("[{\"role\":\"user\",\"content\":\"hi\"}]")))
                .isFalse();
    }

    @Test
    void unknownRecords_areCountedByType() {
        String log = SampleLogs.PI.text() + "{\"type\":\"telepathy\",\"id\":\"t\",\"parentId\":\"e8\"}\n{\"no\":1}\n";

        LogReader reader = Logs.read(log.getBytes(StandardCharsets.UTF_8));

        assertThat(reader.skipped()).containsEntry("telepathy", 1L).containsEntry("(no type)", 1L);
        assertThat(reader.sessions()).hasSize(2);
    }

    /** A log may be read while the agent writes it. */
    @ParameterizedTest
    @EnumSource(SampleLogs.class)
    void read_cutOffAtAnyByte_neverThrows(SampleLogs sample) {
        byte[] log = sample.text().getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < log.length; end++) {
            byte[] part = Arrays.copyOf(log, end);
            LogReader reader = Logs.read(part);
            int sessions = sample == SampleLogs.OPENCODE
                    ? Logs.opencode(part).size()
                    : reader == null ? 0 : reader.sessions().size();
            assertThat(sessions).as("sessions in %s bytes", end).isBetween(0, 3);
        }
    }
}
