package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.CacheTerms;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.PartKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CuratedPolicyTest {
    private static final Conditions CONDITIONS = Conditions.typical(new Chars4TokenCounter());
    private final List<Message> messages = new ArrayList<>(List.of(
            Message.of(Role.SYSTEM, List.of(new Part.Text("You are an agent.", Span.NONE))),
            Message.of(Role.USER, List.of(new Part.Text("Find the order.", Span.NONE)))));

    private void call(String arguments, String output) {
        String id = "c" + messages.size();
        messages.add(Message.of(Role.ASSISTANT, List.of(new Part.ToolCall(id, "bash", arguments, Span.NONE))));
        messages.add(Message.of(Role.TOOL, List.of(new Part.ToolResult(id, output, Span.NONE))));
    }

    private Transcript transcript() {
        return Transcript.of(messages);
    }

    private static String log(int lines, String word) {
        return IntStream.range(0, lines)
                .mapToObj(i -> "2026-01-02 10:00:" + (i % 60) + " INFO " + word + " handled request "
                        + (char) ('a' + i % 26) + " of the batch in good time")
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Transcript transcript, Decisions decisions, int exchange) {
        var output = transcript.exchanges().get(exchange);
        return decisions.get(PartKey.of(transcript, output)) instanceof Decision.Replacement replacement
                ? replacement.shown()
                : output.result().text();
    }

    private static ContextPolicy policy(String spec) {
        return Policies.parse(spec);
    }

    @Test
    void plan_longOutput_isCutWithWhatItNamesAndAnIdToGetItBackBy() {
        call("{}", log(100, "worker") + "\nFAILED order_4711 in src/orders/Book.java:42\n" + log(100, "other"));
        String shown = shown(transcript(), policy("balanced").plan(transcript(), Decisions.none(), CONDITIONS), 0);
        assertThat(shown.length()).isLessThan(6000);
        assertThat(shown)
                .contains("FAILED order_4711 in src/orders/Book.java:42")
                .containsPattern("cut from [0-9]+ characters; context_retrieve id=[0-9a-z]{6}");
    }

    @Test
    void plan_noWayToRetrieve_cutsNothing() {
        call("{}", log(200, "worker"));
        Decisions decisions = policy("balanced").plan(transcript(), Decisions.none(), CONDITIONS.withRetrieval(false));
        assertThat(decisions.byKey().values()).noneMatch(Decision.Cut.class::isInstance);
    }

    @Test
    void plan_sameOutputAgain_pointsToTheFirst() {
        call("{\"a\":1}", log(20, "worker"));
        call("{\"a\":2}", log(20, "worker"));
        Decisions decisions = policy("balanced").plan(transcript(), Decisions.none(), CONDITIONS);
        assertThat(decisions.get(
                        PartKey.of(transcript(), transcript().exchanges().get(1))))
                .isInstanceOf(Decision.Point.class);
    }

    @Test
    void plan_whatWasRetrieved_isNotCutAgain() {
        messages.add(Message.of(
                Role.ASSISTANT, List.of(new Part.ToolCall("r", "mcp__ambit__context_retrieve", "{}", Span.NONE))));
        messages.add(Message.of(Role.TOOL, List.of(new Part.ToolResult("r", log(300, "worker"), Span.NONE))));
        assertThat(shown(transcript(), policy("balanced").plan(transcript(), Decisions.none(), CONDITIONS), 0))
                .isEqualTo(log(300, "worker"));
    }

    /** Lines that are all different, each with a name of its own. */
    private static String prose(int lines) {
        List<String> words =
                List.of("river", "garden", "letter", "window", "summer", "paper", "stone", "music", "bread");
        return IntStream.range(0, lines)
                .mapToObj(i ->
                        "The " + words.get(i % 9) + " of " + words.get(i / 9 % 9) + " met part_" + words.get(i / 3 % 9)
                                + "-" + Integer.toString(i * 7919, 36) + " near the " + words.get(i * 5 % 9) + ".")
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor=3000", "slope=80", "digest=0:digestShare=0", "ceiling=1000"})
    void plan_eachArrivalOption_changesWhatIsShown(String option) {
        call("{}", prose(150));
        String usual = shown(transcript(), policy("custom").plan(transcript(), Decisions.none(), CONDITIONS), 0);
        String other =
                shown(transcript(), policy("custom:" + option).plan(transcript(), Decisions.none(), CONDITIONS), 0);
        assertThat(other).isNotEqualTo(usual);
    }

    @Test
    void plan_codeOption_saysUpToWhereCodeIsWhole() {
        String code = IntStream.range(0, 200)
                .mapToObj(i -> "    int value" + i + " = calculate(" + i + ");")
                .collect(Collectors.joining("\n"));
        call("{}", code);
        assertThat(shown(transcript(), policy("custom").plan(transcript(), Decisions.none(), CONDITIONS), 0))
                .isEqualTo(code);
        assertThat(shown(
                                transcript(),
                                policy("custom:code=1000:slope=10").plan(transcript(), Decisions.none(), CONDITIONS),
                                0)
                        .length())
                .isLessThan(code.length());
    }

    /** Steps with outputs of 3,000 characters each, planned one after the other; how many boundaries there were. */
    private int boundaries(String spec, Conditions conditions, int steps) {
        ContextPolicy policy = policy(spec);
        Decisions decisions = Decisions.none();
        int boundaries = 0;
        for (int i = 0; i < steps; i++) {
            call("{\"n\":" + i + "}", code(i));
            decisions = policy.plan(transcript(), decisions, conditions);
            boundaries += decisions.boundary() ? 1 : 0;
        }
        return boundaries;
    }

    private static String code(int file) {
        return IntStream.range(0, 60)
                .mapToObj(i -> "    int value = calculate(" + (file * 1000 + i) + ", 'x" + i + "');")
                .collect(Collectors.joining("\n"));
    }

    @Test
    void plan_longSession_masksOldOutputsAtFewBoundaries() {
        assertThat(boundaries("balanced", CONDITIONS, 80)).isBetween(1, 12);
        Decisions decisions = policy("balanced").plan(transcript(), Decisions.none(), CONDITIONS);
        assertThat(shown(transcript(), decisions, 0).length()).isLessThan(1500);
        assertThat(shown(transcript(), decisions, 79)).isEqualTo(code(79));
    }

    @Test
    void plan_shortSession_masksNothing() {
        assertThat(boundaries("balanced", CONDITIONS, 28)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskFrom=0", "maskFrom=90", "maskGain=100000"})
    void plan_maskingOptionThatForbidsIt_masksNothing(String option) {
        assertThat(boundaries("custom:" + option, CONDITIONS, 80)).isZero();
    }

    @Test
    void plan_cacheThatCostsNothingToReadAndMuchToWrite_masksNothing() {
        // A local key-value cache: what stands in it is free, what changes is computed again.
        Conditions local = CONDITIONS.withCache(new CacheTerms(0, 1, Duration.ofDays(1)));
        assertThat(boundaries("balanced", local, 80)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskYoung=2500", "maskOld=1500", "maskOldAfter=70"})
    void plan_maskingOptions_changeWhatIsLeft(String option) {
        boundaries("custom:maskFrom=78", CONDITIONS, 80);
        Decisions usual = policy("custom").plan(transcript(), Decisions.none(), CONDITIONS);
        Decisions other = policy("custom:" + option).plan(transcript(), Decisions.none(), CONDITIONS);
        assertThat(other).isNotEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tight:window=8000", "balanced:window=8000", "custom:window=9000"})
    void plan_window_isKeptWithAllThatUsersSaidAndTheLatestResults(String spec) {
        ContextPolicy policy = policy(spec);
        Decisions decisions = Decisions.none();
        for (int i = 0; i < 60; i++) {
            if (i % 10 == 0) {
                messages.add(Message.of(Role.USER, List.of(new Part.Text("Request number " + i, Span.NONE))));
            }
            call("{\"n\":" + i + ",\"why\":\"" + "because ".repeat(40) + "\"}", code(i));
            decisions = policy.plan(transcript(), decisions, CONDITIONS);
            assertThat(ForwardedSize.of(transcript(), decisions, CONDITIONS))
                    .as("step %s", i)
                    .isLessThanOrEqualTo(policy.window(CONDITIONS));
            List<Edit> edits = Edits.of(transcript(), decisions);
            for (Edit edit : edits) {
                if (edit instanceof Edit.Drop drop) {
                    assertThat(messages.get(drop.messageIndex()).role()).isNotEqualTo(Role.USER);
                    assertThat(drop.messageIndex()).isLessThan(messages.size() - 2);
                }
            }
        }
        assertThat(Edits.of(transcript(), decisions)).anyMatch(Edit.Drop.class::isInstance);
        assertThat(policy.summariesDue(transcript(), List.of(), CONDITIONS)).isNotEmpty();
    }

    @Test
    void plan_windowOfTheConditions_countsWhereThePolicyNamesNone() {
        Conditions small = CONDITIONS.withWindow(9000, 500);
        for (int i = 0; i < 30; i++) {
            call("{\"n\":" + i + "}", code(i));
        }
        Decisions decisions = policy("tight").plan(transcript(), Decisions.none(), small);
        assertThat(ForwardedSize.of(transcript(), decisions, small)).isLessThanOrEqualTo(9000);
        assertThat(ForwardedSize.of(transcript(), policy("safe").plan(transcript(), Decisions.none(), small), small))
                .isGreaterThan(9000);
    }

    @Test
    void plan_outputsThatAreOftenRetrieved_getMoreRoom() {
        List<HiddenExchange> hidden = new ArrayList<>();
        Decisions decisions = Decisions.none();
        for (int i = 0; i < 6; i++) {
            call("{\"n\":" + i + "}", log(100, "worker" + i));
            decisions = policy("balanced").plan(transcript(), decisions, CONDITIONS);
            if (decisions.get(PartKey.of(transcript(), transcript().exchanges().get(i))) instanceof Decision.Cut cut
                    && i < 2) {
                String arguments = "{\\\"id\\\":\\\"" + cut.id() + "\\\"}";
                hidden.add(new HiddenExchange(
                        transcript().tip(), 0, "{\"tool_calls\":[{\"arguments\":\"" + arguments + "\"}]}", "r"));
            }
        }
        assertThat(Looseness.of(transcript(), decisions, hidden)).isEqualTo(Map.of("bash", 250));
        assertThat(Looseness.of(transcript(), decisions, List.of())).isEmpty();
        call("{}", log(100, "last"));
        String usual = shown(transcript(), policy("balanced").plan(transcript(), decisions, CONDITIONS), 6);
        Conditions loose = CONDITIONS.withLooseness(Looseness.of(transcript(), decisions, hidden));
        String more = shown(transcript(), policy("balanced").plan(transcript(), decisions, loose), 6);
        assertThat(more.length()).isGreaterThan(usual.length());
    }

    @Test
    void plan_dataFileThatMayBeEdited_keepsItsSpelling() {
        String json =
                "{\n  \"name\": \"app\",\n  \"scripts\": {\n    \"build\": \"tsc\"\n  },\n  \"private\": true\n}\n";
        call("{\"path\":\"web/package.json\"}", json);
        call("{\"query\":\"packages\"}", json.replace("app", "other"));
        Decisions decisions = policy("safe").plan(transcript(), Decisions.none(), CONDITIONS);
        assertThat(shown(transcript(), decisions, 0)).isEqualTo(json);
        assertThat(shown(transcript(), decisions, 1)).doesNotContain("{\n  \"name\"");
    }
}
