package io.ambit.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.bench.recorded.InputFiles;
import io.ambit.bench.recorded.InputProblem;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayRunTest {
    private static final Path SAMPLES = Path.of("..", "examples", "sessions");

    @TempDir
    private Path folder;

    @Test
    void run_sampleSessions_offIsRawAndSafeLosesNothing() {
        ReplayReport report = replay(List.of(SAMPLES.toString()), null, "off", "safe", "classic");

        assertThat(report.trajectories()).isEqualTo(3);
        assertThat(report.problems()).isEmpty();
        PolicyReport off = report.policies().get(0);
        assertThat(off.overall().totals()).isEqualTo(report.raw());
        assertThat(off.overall().removed()).isEqualTo(Removed.NONE);
        PolicyReport safe = report.policies().get(1);
        assertThat(safe.overall().totals().lostSteps()).isZero();
        assertThat(safe.overall().totals().priced()).isLessThan(report.raw().priced());
        PolicyReport classic = report.policies().get(2);
        assertThat(classic.overall().totals().sent()).isLessThan(report.raw().sent() / 2);
        assertThat(classic.overall().totals().lostSteps())
                .isEqualTo(classic.lost().size())
                .isPositive();
        assertThat(classic.overall().removed().cut()).isPositive();
        assertThat(classic.overall().removed().recoverableOfCuts()).isEqualTo(1);
        assertThat(classic.overall().removed().recoverable()).isBetween(0.1, 0.99);
    }

    @Test
    void run_shortAndLongTrajectories_longOnesAreReportedApart() {
        ReplayReport report = replayed(null, session("short", 3) + "\n" + session("long", 16), "off");

        assertThat(report.trajectories()).isEqualTo(2);
        assertThat(report.longTrajectories()).isEqualTo(1);
        assertThat(report.raw().steps()).isEqualTo(19);
        assertThat(report.policies().get(0).longOnes().totals().steps()).isEqualTo(16);
        assertThat(report.policies().get(0).costs()).hasSize(16);
        assertThat(report.policies().get(0).costs().get(2).trajectories()).isEqualTo(2);
        assertThat(report.policies().get(0).costs().get(3).trajectories()).isEqualTo(1);
        assertThat(report.tools()).extracting(ToolShare::tool).containsExactly("read");
        assertThat(report.tools().get(0).outputs()).isEqualTo(19);
    }

    @Test
    void run_lossyPolicy_paysForItsToolInEachRequest() {
        ReplayReport report = replayed(null, session("a", 1), "off", "classic");

        int tool = new Chars4TokenCounter().count(new OpenAiChatCodec().retrieveTool());
        assertThat(report.policies().get(1).overall().totals().sent())
                .isEqualTo(report.raw().sent() + tool);
    }

    @Test
    void run_dump_repeatsTheMessagesAndNamesThemByStep() throws IOException {
        String session = session("a \"quoted\" id", 8);

        replayed(folder, session, "off", "classic:window=2:summaries=off");

        List<Json> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("off.jsonl"))) {
            lines.add(Json.parse(line));
        }
        List<Json> messages =
                lines.stream().filter(line -> line.get("message") != null).toList();
        List<Json> requests =
                lines.stream().filter(line -> line.get("message") == null).toList();
        assertThat(messages).hasSize(2 * 7 + 1);
        assertThat(messages.get(2).text("content")).contains("src/File0.java");
        assertThat(messages.get(1).get("tool_calls")).isNotNull();
        assertThat(requests).hasSize(8);
        assertThat(requests.get(3).text("id")).isEqualTo("a \"quoted\" id");
        assertThat(requests.get(3).get("step")).isInstanceOf(Json.Num.class);
        assertThat(requests.get(3).get("request").items()).hasSize(7);
        assertThat(Files.readString(folder.resolve("classic:window=2:summaries=off.jsonl")))
                .contains("characters cut", "\"added_tokens\":");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void run_unreadableSession_isNamedAndTheOthersReported() {
        String odd = "{\"id\":\"odd\",\"messages\":[{\"role\":\"user\",\"content\":7}]}\n{\"id\":\"odd\"}";

        ReplayReport report = replayed(null, odd + "\n" + session("a", 2), "off");

        assertThat(report.raw().steps()).isEqualTo(2);
        assertThat(report.problems()).extracting(InputProblem::line).contains(2L);
        assertThat(ReplayJson.of(report))
                .containsEntry("skipped", report.problems().size());
    }

    @Test
    void run_folder_isReadInOrderOfNamesWithItsFolders() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("b.jsonl"), session("b", 1));
        Files.writeString(folder.resolve("deep/c.json"), session("c", 1));
        Files.writeString(folder.resolve("a.ndjson"), session("a", 2));
        Files.writeString(folder.resolve("notes.txt"), "no session");

        ReplayReport report = replay(List.of(folder.toString()), null, "off");

        assertThat(report.trajectories()).isEqualTo(3);
        assertThat(report.problems()).isEmpty();
        assertThat(report.raw().steps()).isEqualTo(4);
    }

    @Test
    void run_nothingReadable_saysWhatWasExpected() {
        String missing = folder.resolve("missing.jsonl").toString();

        assertThatThrownBy(() -> replay(List.of(missing), null, "off"))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(missing)
                .hasMessageContaining("JSON Lines of {");
    }

    @Test
    void run_cancelled_leavesNoFile() throws IOException {
        ReplayRun run = run(List.of("-"), folder, () -> true, "off");

        assertThatThrownBy(() -> run.run(in(session("a", 3)))).isInstanceOf(ReplayCancelledException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void json_samePolicies_hasItsDocumentedKeys() throws IOException {
        Map<String, Object> object = ReplayJson.of(replayed(null, session("a", 3), "off"));

        String documented = Files.readString(Path.of("..", "docs", "replay.md"));
        List<String> keys = new ArrayList<>();
        keysOf(object, keys);
        assertThat(keys)
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(documented).contains("`" + key + "`"));
    }

    private static void keysOf(Object value, List<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                into.add(key.toString());
                keysOf(inner, into);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> keysOf(inner, into));
        }
    }

    private static ReplayReport replay(List<String> paths, @Nullable Path dump, String... policies) {
        return run(paths, dump, () -> false, policies).run(in(""));
    }

    private static ReplayReport replayed(@Nullable Path dump, String stdin, String... policies) {
        return run(List.of("-"), dump, () -> false, policies).run(in(stdin));
    }

    private static ReplayRun run(
            List<String> paths, @Nullable Path dump, BooleanSupplier cancelled, String... policies) {
        Map<String, ContextPolicy> parsed = new LinkedHashMap<>();
        for (String policy : policies) {
            parsed.put(policy, Policies.parse(policy));
        }
        Chars4TokenCounter tokens = new Chars4TokenCounter();
        List<InputProblem> problems = new ArrayList<>();
        ReplayRun run = new ReplayRun(
                new ReplaySettings(InputFiles.of(paths, problems::add), PriceTable.published(), parsed, tokens, dump),
                OpenAiChatCodec::new,
                new ExtractiveSummarizer(tokens),
                ReplayProgress.SILENT,
                cancelled);
        problems.forEach(run::problem);
        return run;
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A session of so many steps, each reading another file, the last one without a call. */
    private static String session(String id, int steps) {
        StringBuilder out = new StringBuilder("{\"id\":" + JsonStrings.quote(id) + ",\"messages\":[");
        out.append("{\"role\":\"user\",\"content\":\"read them all\"}");
        for (int step = 0; step < steps; step++) {
            String file = "src/File" + step + ".java";
            out.append(",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c" + step
                    + "\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":"
                    + JsonStrings.quote("{\"path\":" + JsonStrings.quote(file) + "}") + "}}]}");
            out.append(",{\"role\":\"tool\",\"tool_call_id\":\"c" + step + "\",\"content\":"
                    + JsonStrings.quote(file + "\n" + ("line " + step + "\n").repeat(120)) + "}");
        }
        return out.append("]}").toString();
    }
}
