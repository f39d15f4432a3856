package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepRecord;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.tool.Invocation;
import io.ambit.gateway.tools.CallCorrector;
import io.ambit.gateway.tools.Correction;
import io.ambit.gateway.tools.FailureAdvice;
import io.ambit.gateway.tools.ToolMode;
import io.ambit.gateway.tools.ToolSettings;
import io.ambit.gateway.tools.ToolWatch;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.HeapToolStore;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedAnswer.Call;
import io.ambit.testkit.model.ScriptedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each mode of the use of tools changes of a session, and what it leaves. */
class ToolModesTest {
    private static final String TOOLS = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read_file\","
            + "\"description\":\"reads\",\"parameters\":{\"type\":\"object\"}}},{\"type\":\"function\",\"function\":{"
            + "\"name\":\"write_file\",\"parameters\":{\"type\":\"object\"}}}]";
    private static final String ERROR = "Error: no such file: a.txt";
    private static final String ADVICE = "list the folder first";
    private static final Call MISSPELT = new Call("call_1", "raed_file", "{\"limit\":\"7\"}");

    /** Knows one mistake. */
    private static final CallCorrector CORRECTOR = (tools, tool, arguments) -> tool.startsWith("raed")
            ? Optional.of(corrected("read_file"))
            : tool.equals("write_File") ? Optional.of(corrected("write_file")) : Optional.empty();

    @TempDir
    Path data;

    private final HeapToolStore store = new HeapToolStore();

    private static CallCorrector.Corrected corrected(String tool) {
        return new CallCorrector.Corrected(
                new Invocation(tool, Map.of("limit", 7L)), List.of(new Correction(tool, "/limit", "\"7\"", "7")));
    }

    private ToolWatch watch(ToolSettings settings) {
        return watch(settings, CORRECTOR, (space, failed) -> List.of(ADVICE));
    }

    private ToolWatch watch(ToolSettings settings, CallCorrector corrector, FailureAdvice advice) {
        return new ToolWatch(settings, store, corrector, advice, new BpeTokenCounter());
    }

    private RunningServer start(ToolMode mode, ScriptedModel model) {
        return start(watch(ToolSettings.of(mode)), "balanced", model);
    }

    private RunningServer start(ToolWatch watch, String policy, ScriptedModel model) {
        return RunningServer.start(
                SqliteLedger.open(data), Policies.parse(policy), settings -> settings.withTools(watch), model);
    }

    private static String request(String messages, boolean stream) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"go\"}" + messages + "]" + TOOLS
                + (stream ? ",\"stream\":true}" : "}");
    }

    private static String failed(String id, String result) {
        return ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"" + id + "\",\"type\":\"function\","
                + "\"function\":{\"name\":\"read_file\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\""
                + id + "\",\"content\":" + JsonStrings.quote(result) + "}";
    }

    private static String contentOf(String body, int message) {
        return Json.parse(body).get("messages").items().get(message).text("content");
    }

    @ParameterizedTest
    @EnumSource(ToolMode.class)
    void offered_anyModeButOff_notesTheToolsOfASessionOnce(ToolMode mode) throws Exception {
        try (RunningServer running =
                start(mode, ScriptedModel.start(ScriptedAnswer.text("ok"), ScriptedAnswer.text("ok")))) {
            running.chat(request("", false));
            running.lastStep(step -> step.end() != null);
            running.chat(request(failed("call_1", "fine"), false));
            running.lastStep(step -> step.id().number() == 1 && step.end() != null);
        }
        assertThat(store.tools(Space.DEFAULT).stream().map(tool -> tool.name()).toList())
                .isEqualTo(mode == ToolMode.OFF ? List.of() : List.of("read_file", "write_file"));
    }

    @ParameterizedTest
    @EnumSource(ToolMode.class)
    void advised_failedResult_isFollowedByANoteFromAdviseOn(ToolMode mode) throws Exception {
        try (RunningServer running = start(mode, ScriptedModel.start(ScriptedAnswer.text("ok")))) {
            running.chat(request(failed("call_1", ERROR), false));
            String sent = running.model.requests().get(0).text();
            if (mode.includes(ToolMode.ADVISE)) {
                assertThat(contentOf(sent, 2)).isEqualTo(ERROR + "\n[ambit: " + ADVICE + "]");
                StepRecord step = running.lastStep(last -> last.end() != null);
                assertThat(step.decided()).containsEntry("note", 1);
            } else {
                assertThat(contentOf(sent, 2)).isEqualTo(ERROR);
            }
        }
    }

    @Test
    void advised_noFailureOrPolicyOff_changesNothing() throws Exception {
        try (RunningServer running = start(ToolMode.ADVISE, ScriptedModel.start(ScriptedAnswer.text("ok")))) {
            String body = request(failed("call_1", "the file says: error handling is hard"), false);
            running.chat(body);
            assertThat(contentOf(running.model.requests().get(0).text(), 2)).doesNotContain("ambit");
        }
        ToolWatch watch = watch(ToolSettings.of(ToolMode.REPAIR));
        try (RunningServer running = start(watch, "off", ScriptedModel.start(ScriptedAnswer.text("ok")))) {
            String body = request(failed("call_2", ERROR), false);
            running.chat(body);
            assertThat(running.model.requests().get(0).text()).isEqualTo(body);
        }
    }

    @Test
    void advised_laterRequestsAndARestart_keepTheNoteAsItWas() throws Exception {
        String second = failed("call_1", ERROR) + failed("call_2", ERROR);
        ScriptedModel model = ScriptedModel.start(
                ScriptedAnswer.text("ok"),
                ScriptedAnswer.text("ok"),
                ScriptedAnswer.text("ok"),
                ScriptedAnswer.text("ok"));
        try (RunningServer running = RunningServer.start(
                SqliteLedger.open(data),
                Policies.parse("balanced"),
                settings -> settings.withTools(
                        watch(ToolSettings.of(ToolMode.ADVISE), CORRECTOR, (space, failed) -> List.of("first"))),
                model)) {
            running.chat(request(failed("call_1", ERROR), false));
            running.lastStep(step -> step.end() != null);
            running.server.close();
        }
        // The advice has changed since, and the mode to one that gives none: what was said stays said.
        for (ToolMode mode : List.of(ToolMode.ADVISE, ToolMode.OBSERVE, ToolMode.OFF)) {
            ScriptedModel again = ScriptedModel.start(ScriptedAnswer.text("ok"));
            try (RunningServer running = start(
                    watch(ToolSettings.of(mode), CORRECTOR, (space, failed) -> List.of("second")), "balanced", again)) {
                running.chat(request(second, false));
                String sent = again.requests().get(0).text();
                String note = mode == ToolMode.OFF ? "" : "\n[ambit: first]";
                assertThat(contentOf(sent, 2)).as("%s", mode).isEqualTo(ERROR + note);
                assertThat(contentOf(sent, 4))
                        .as("%s", mode)
                        .isEqualTo(mode == ToolMode.OFF ? ERROR : ERROR + "\n[ambit: second]");
                running.lastStep(step -> step.end() != null);
            }
        }
        model.close();
    }

    @Test
    void advised_wordsWithoutEnd_areCutToTheBound() throws Exception {
        ToolWatch watch =
                watch(ToolSettings.of(ToolMode.ADVISE), CORRECTOR, (space, failed) -> List.of("go on\n".repeat(500)));
        try (RunningServer running = start(watch, "balanced", ScriptedModel.start(ScriptedAnswer.text("ok")))) {
            running.chat(request(failed("call_1", ERROR), false));
            String note = contentOf(running.model.requests().get(0).text(), 2).substring(ERROR.length());
            assertThat(note).startsWith("\n[ambit: go on go on").endsWith("]");
            assertThat(new BpeTokenCounter().count(note)).isBetween(50, 60);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void repair_certainCall_reachesTheClientRightAndIsMarked(boolean stream) throws Exception {
        ScriptedModel model = ScriptedModel.start(ScriptedAnswer.calls("hm", MISSPELT));
        try (RunningServer running = start(ToolMode.REPAIR, model)) {
            String got = running.chat(request("", stream)).body();
            assertThat(got).contains("read_file", "{\\\"limit\\\":7}", "hm").doesNotContain("raed");
            StepRecord step = running.lastStep(last -> last.end() != null);
            assertThat(step.end().route().notes()).containsExactly("call set right: read_file, /limit: \"7\" -> 7");
            assertThat(step.end().reply().parts().toString())
                    .contains("read_file")
                    .doesNotContain("raed");
            assertThat(running.server.gateway().counters().repairs()).isEqualTo(1);
            assertThat(running.get("/metrics", "Authorization", "Bearer " + RunningServer.TOKEN)
                            .body())
                    .contains("ambit_tool_repairs_total 1");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ToolMode.class, names = "REPAIR", mode = EnumSource.Mode.EXCLUDE)
    void repair_lesserMode_passesTheCallAsItCame(ToolMode mode) throws Exception {
        try (RunningServer running = start(mode, ScriptedModel.start(ScriptedAnswer.calls("hm", MISSPELT)))) {
            assertThat(running.chat(request("", true)).body()).contains("raed_file", "{\\\"limit\\\":\\\"7\\\"");
        }
    }

    @Test
    void repair_toolThatWritesOrIsDenied_passesAsItCameUnlessAllowedByName() throws Exception {
        Call write = new Call("call_1", "write_File", "{}");
        Map<ToolSettings, Boolean> cases = Map.of(
                ToolSettings.of(ToolMode.REPAIR),
                false,
                new ToolSettings(ToolMode.REPAIR, Set.of("write_file"), Set.of()),
                true,
                new ToolSettings(ToolMode.REPAIR, Set.of("write_file"), Set.of("write_file")),
                false);
        for (Map.Entry<ToolSettings, Boolean> each : cases.entrySet()) {
            ScriptedModel model = ScriptedModel.start(ScriptedAnswer.calls("", write));
            try (RunningServer running = start(watch(each.getKey()), "balanced", model)) {
                assertThat(running.chat(request("", true)).body())
                        .contains(each.getValue() ? "\"write_file\"" : "\"write_File\"");
            }
        }
        ToolSettings denied = new ToolSettings(ToolMode.REPAIR, Set.of(), Set.of("read_file"));
        try (RunningServer running =
                start(watch(denied), "balanced", ScriptedModel.start(ScriptedAnswer.calls("", MISSPELT)))) {
            assertThat(running.chat(request("", true)).body()).contains("raed_file");
        }
    }

    @Test
    void repair_checkThatFailsOrHangs_passesTheOriginal() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CallCorrector hangs = (tools, tool, arguments) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(corrected("read_file"));
        };
        CallCorrector fails = (tools, tool, arguments) -> {
            throw new IllegalStateException("broken");
        };
        for (CallCorrector corrector : List.of(hangs, fails)) {
            ToolWatch watch = watch(ToolSettings.of(ToolMode.REPAIR), corrector, FailureAdvice.NONE);
            try (RunningServer running =
                    start(watch, "balanced", ScriptedModel.start(ScriptedAnswer.calls("", MISSPELT)))) {
                assertThat(running.chat(request("", true)).body()).contains("raed_file");
            }
        }
    }
}
