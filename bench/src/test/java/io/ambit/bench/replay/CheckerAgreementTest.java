package io.ambit.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ambit.bench.recorded.InputFiles;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.economics.ReplayTotals;
import io.ambit.core.text.Json;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores the dumps of the sample sessions with an independent scorer, a Python script that shares no code with this
 * project: {@code -Dambit.checker=.../check_replay.py}. Without it, or without python3, it is skipped.
 */
@EnabledIfSystemProperty(
        named = "ambit.checker",
        matches = ".+",
        disabledReason = "the independent scorer is not here; name it with -Dambit.checker=PATH")
class CheckerAgreementTest {
    private static final Path SAMPLES = Path.of("..", "examples", "sessions");

    @TempDir
    private Path folder;

    private Path raw;

    @BeforeEach
    void joinSamples() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("crm-late-fees", "parcel-delivery-windows", "shop-voucher-rounding")) {
            all.append(Files.readString(SAMPLES.resolve(name + ".jsonl")));
        }
        raw = Files.writeString(folder.resolve("raw.jsonl"), all);
    }

    @Test
    void replay_everyPolicy_agreesWithTheIndependentScorer() throws IOException, InterruptedException {
        Map<String, ContextPolicy> policies = new LinkedHashMap<>();
        for (String name : List.of("off", "safe", "classic", "classic:cut=100:window=2:summaries=off")) {
            policies.put(name, Policies.parse(name));
        }
        Chars4TokenCounter tokens = new Chars4TokenCounter();
        ReplayReport report = new ReplayRun(
                        new ReplaySettings(
                                InputFiles.of(List.of(raw.toString()), problem -> {}),
                                PriceTable.published(),
                                policies,
                                tokens,
                                folder),
                        OpenAiChatCodec::new,
                        new ExtractiveSummarizer(tokens),
                        ReplayProgress.SILENT,
                        () -> false)
                .run(InputStream.nullInputStream());
        for (PolicyReport policy : report.policies()) {
            compare(policy.policy(), policy.overall().totals(), report.raw(), "0");
            compare(policy.policy(), policy.longOnes().totals(), report.rawLong(), "16");
        }
    }

    private void compare(String policy, ReplayTotals ours, ReplayTotals unchanged, String minSteps)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "python3",
                        System.getProperty("ambit.checker"),
                        raw.toString(),
                        folder.resolve(policy + ".jsonl").toString(),
                        "--json",
                        "--min-steps",
                        minSteps)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(policy).isZero();
        Json theirs = Json.parse(printed).get("policies").get("forwarded");

        near(theirs, "sent", (double) ours.sent() / unchanged.sent());
        near(theirs, "uncached", (double) ours.uncached() / unchanged.uncached());
        near(theirs, "priced", ours.priced() / unchanged.priced());
        near(theirs, "charged", ours.charged() / unchanged.charged());
        near(theirs, "peak", (double) ours.peak() / unchanged.peak());
        near(theirs, "evidence_loss", ours.evidenceLoss());
        near(theirs, "text_loss", ours.textLoss());
        near(theirs, "retrievals_per_step", ours.retrievalsPerStep());
        near(theirs, "lost_steps", (double) ours.lostSteps());
        near(theirs, "tool_steps", (double) ours.evidenceSteps());
    }

    /** Within 0.1 %, and half a unit of the last digit that the scorer prints. */
    private static void near(Json theirs, String name, double ours) {
        double value = Double.parseDouble(((Json.Num) theirs.get(name)).spelling());
        assertThat(ours).as(name).isCloseTo(value, within(0.001 * value + 0.00005));
    }
}
