package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Summary;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Ledger} does. A store's test extends it and says how one is opened. */
public abstract class LedgerContract {
    protected static final Space SPACE = Space.DEFAULT;
    protected static final Space OTHER = new Space("other");

    protected Ledger ledger;

    /** Opens the ledger of this test, on the same data each time. */
    protected abstract Ledger openLedger();

    @BeforeEach
    void openFirst() {
        ledger = openLedger();
    }

    @AfterEach
    void closeLast() {
        ledger.close();
    }

    protected final void restart() {
        ledger.close();
        ledger = openLedger();
    }

    protected static Conversation task(String task) {
        return Conversation.about(SPACE, null, task);
    }

    // ---- open

    @Test
    void open_firstRequest_isNewSessionWithoutSteps() {
        SessionState state = ledger.open(task("a").arrival());

        assertThat(state.steps()).isZero();
        assertThat(state.retry()).isFalse();
        assertThat(state.decisions().byKey()).isEmpty();
        assertThat(state.retrieveTool()).isNull();
        assertThat(state.lastRequest()).isNull();
        assertThat(state.space()).isEqualTo(SPACE);
    }

    @Test
    void open_longerHistory_continuesSession() {
        Conversation talk = task("a");
        StepId first = talk.step(ledger);

        SessionState state = ledger.open(talk.tool("c1", "read", "{}", "text").arrival());

        assertThat(state.id()).isEqualTo(first.session());
        assertThat(state.steps()).isEqualTo(1);
        assertThat(state.retry()).isFalse();
        assertThat(state.lastRequest()).isEqualTo(Conversation.START.plusSeconds(2));
        assertThat(state.retrieveTool()).isTrue();
    }

    @Test
    void open_sameBodyAgain_isRetry() {
        Conversation talk = task("a");
        StepId first = talk.step(ledger);

        SessionState state = ledger.open(talk.arrival());

        assertThat(state.id()).isEqualTo(first.session());
        assertThat(state.retry()).isTrue();
    }

    @Test
    void open_answerAskedForAgain_isBranchOfSession() {
        Conversation talk = task("a");
        talk.step(ledger);
        StepId second = talk.tool("c1", "read", "{}", "text").step(ledger);
        talk.assistant("done").user("more").step(ledger);

        StepId again = talk.backTo(4).assistant("done otherwise").user("more").step(ledger);

        assertThat(again.session()).isEqualTo(second.session());
        assertThat(only(ledger.sessions(SPACE)).branches()).isEqualTo(2);
    }

    @Test
    void open_sameTaskRunAgain_isAnotherSession() {
        Conversation talk = task("a");
        StepId first = talk.step(ledger);
        talk.assistant("one way").user("on").step(ledger);

        StepId other = task("a").assistant("another way").user("on").step(ledger);

        assertThat(other.session()).isNotEqualTo(first.session());
    }

    @Test
    void open_compactedHistoryOfNamedSession_joinsIt() {
        Conversation talk = Conversation.about(SPACE, "mine", "a");
        StepId first = talk.step(ledger);

        StepId compacted =
                Conversation.about(SPACE, "mine", "summary of all that").step(ledger);

        assertThat(compacted.session()).isEqualTo(first.session());
        assertThat(only(ledger.sessions(SPACE)).branches()).isEqualTo(2);
    }

    @Test
    void open_equalHistoriesOfTwoNames_areTwoSessions() {
        Conversation one = Conversation.about(SPACE, "one", "a").tool("c", "read", "{}", "x");
        Conversation two = one.fork("two");
        StepId first = one.step(ledger);
        StepId second = two.step(ledger);
        assertThat(second.session()).isNotEqualTo(first.session());

        assertThat(one.assistant("on").user("on").step(ledger)).isEqualTo(new StepId(SPACE, first.session(), 1));
        assertThat(two.assistant("on").user("on").step(ledger)).isEqualTo(new StepId(SPACE, second.session(), 1));
    }

    @Test
    void open_sameHistoryInAnotherSpace_isAnotherSession() {
        Conversation talk = Conversation.about(SPACE, "name", "a").tool("c", "read", "{}", "x");
        StepId here = talk.step(ledger);

        StepId there = talk.in(OTHER).step(ledger);

        assertThat(there.number()).isZero();
        assertThat(there.session()).isNotEqualTo(here.session());
    }

    @Test
    void open_afterRestart_bringsTheSameState() {
        Conversation talk = task("a").tool("c1", "read", "{}", "long text \ud800 of a file");
        PartKey first = talk.lastPart();
        Map<PartKey, Decision> changes = new HashMap<>();
        changes.put(first, new Decision.Cut(new OutputId("abc123"), "shown \udc00", 7));
        changes.put(PartKey.whole(talk.transcript().chain().get(0)), Decision.KEEP);
        StepId step = talk.begin(ledger, changes);
        HiddenExchange hidden = new HiddenExchange(talk.transcript().tip(), 0, "{\"a\":1},{}", "call_9");
        ledger.finish(
                step,
                new StepEnd(
                        200,
                        List.of(Usage.UNKNOWN),
                        1,
                        2,
                        Duration.ofNanos(3),
                        Duration.ofNanos(4),
                        1,
                        List.of(hidden),
                        null,
                        ""));
        ledger.addSummary(
                SPACE, step.session(), new Summary(0, 0, talk.transcript().tip(), "it read a file"));
        talk.tool("c2", "read", "{ }", "long text \ud800 of a file");
        Map<PartKey, Decision> more = new HashMap<>();
        more.put(talk.lastPart(), new Decision.Point(new OutputId("abc123"), first, "see abc123", 5));
        more.put(PartKey.whole(talk.transcript().chain().get(2)), Decision.DROP);
        more.put(PartKey.after(talk.transcript().chain().get(2)), new Decision.Insert("summary"));
        more.put(new PartKey(talk.transcript().chain().get(4), 0), new Decision.Rewrite("{}", 1));
        talk.begin(ledger, more);
        Arrival next = talk.assistant("ok").user("next").arrival();
        SessionState before = ledger.open(next);
        assertThat(before.decisions().byKey()).hasSize(6);
        assertThat(before.hidden()).containsExactly(hidden);
        assertThat(before.summaries()).hasSize(1);

        restart();

        assertThat(ledger.open(next)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void open_eachStepOfAnAgent_isOneSession(Seed seed) {
        Conversation talk = new Conversation(SPACE, null);
        Transcript whole = Transcripts.random(seed);
        int steps = 0;
        for (Transcript soFar : Transcripts.byStep(whole)) {
            talk = new Conversation(SPACE, null).then(soFar.messages());
            assertThat(ledger.open(talk.arrival()).steps()).as("%s", seed).isEqualTo(steps);
            steps = talk.step(ledger).number() + 1;
        }
        SessionRecord session = only(ledger.sessions(SPACE));
        assertThat(session.steps()).isEqualTo(steps);
        assertThat(session.branches()).isEqualTo(1);
        assertThat(session.messages()).isEqualTo(whole.size());
        assertThat(ledger.transcript(SPACE, session.id())).as("%s", seed).contains(whole);
        assertThat(ledger.outputs(SPACE, session.id()).stream().map(LedgerOutput::text))
                .as("%s", seed)
                .containsExactlyElementsOf(whole.exchanges().stream()
                        .map(exchange -> exchange.result().text())
                        .toList());
        assertThat(ledger.verify().faults()).as("%s", seed).isEmpty();
    }

    // ---- begin and finish

    @Test
    void begin_retry_addsNoStep() {
        Conversation talk = task("a");
        StepId first = talk.step(ledger);

        StepId again = talk.step(ledger);

        assertThat(again).isEqualTo(first);
        assertThat(only(ledger.steps(SPACE, first.session())).retries()).isEqualTo(1);
        assertThat(only(ledger.sessions(SPACE)).branches()).isEqualTo(1);
    }

    @Test
    void begin_unknownSession_throws() {
        Arrival arrival = task("a").arrival();
        SessionState state = ledger.open(arrival);
        ledger.delete(SPACE, state.id());

        assertThatThrownBy(() -> ledger.begin(Conversation.start(state, arrival, Map.of())))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(state.id().value());
    }

    @Test
    void steps_begunAndFinished_haveAllThatWasGiven() {
        Conversation talk = task("a").tool("c1", "read", "{}", "text");
        Arrival arrival = talk.arrival();
        SessionState state = ledger.open(arrival);
        Map<PartKey, Decision> changes = Map.of(
                talk.lastPart(), new Decision.Cut(new OutputId("abc123"), "t", 7),
                PartKey.whole(talk.transcript().chain().get(0)), Decision.DROP,
                PartKey.after(talk.transcript().chain().get(0)), Decision.KEEP);
        StepId step = ledger.begin(new StepStart(
                state.id(),
                arrival,
                "classic",
                state.decisions(),
                state.decisions().with(changes, true),
                false,
                77,
                66,
                "too slow"));
        StepRecord running = only(ledger.steps(SPACE, state.id()));
        Message reply = Message.of(
                Role.ASSISTANT,
                List.of(
                        new Part.Text("thinking \udfff", Span.NONE),
                        new Part.ToolCall("c2", "write", "{\"a\": 1}", Span.NONE),
                        new Part.Opaque("signature", "{\"s\":0}", Span.NONE)),
                "{\"refusal\":null}",
                Span.NONE);
        StepEnd end = new StepEnd(
                502,
                List.of(new Usage(10, 5, 2), Usage.UNKNOWN),
                11,
                12,
                Duration.ofMillis(13),
                Duration.ofMillis(14),
                15,
                List.of(new HiddenExchange(arrival.transcript().tip(), 0, "{}", "c2")),
                reply,
                "cut off");
        ledger.finish(step, end);

        restart();

        assertThat(running)
                .isEqualTo(new StepRecord(
                        step,
                        arrival.at(),
                        arrival.transcript().tip(),
                        4,
                        "model-1",
                        "classic",
                        77,
                        66,
                        Map.of("cut", 1, "drop", 1),
                        0,
                        "too slow",
                        null));
        StepRecord ended = only(ledger.steps(SPACE, state.id()));
        assertThat(ended.end()).isEqualTo(end);
        assertThat(ledger.open(talk.assistant("x").arrival()).retrieveTool()).isFalse();
    }

    @Test
    void finish_secondCall_replacesTheFirst() {
        Conversation talk = task("a");
        StepId step = talk.begin(ledger, Map.of());
        ledger.finish(step, Conversation.end(Message.of(Role.ASSISTANT, List.of(new Part.Text("one", Span.NONE)))));
        StepEnd second =
                new StepEnd(500, List.of(), 1, 2, Duration.ZERO, Duration.ofDays(1), 0, List.of(), null, "lost");

        ledger.finish(step, second);

        assertThat(only(ledger.steps(SPACE, step.session())).end()).isEqualTo(second);
        assertThat(ledger.verify().messages()).isEqualTo(2);
    }

    @Test
    void finish_unknownStep_throws() {
        StepId step = task("a").step(ledger);

        assertThatThrownBy(() -> ledger.finish(new StepId(SPACE, step.session(), 1), Conversation.end(null)))
                .isInstanceOf(AmbitException.class);
    }

    @Test
    void transcript_finishedStep_endsWithItsReply() {
        Conversation talk = task("a");
        StepId step = talk.begin(ledger, Map.of());
        Message reply = Message.of(Role.ASSISTANT, List.of(new Part.Text("yes", Span.NONE)), "{\"x\":1}", Span.NONE);
        ledger.finish(step, Conversation.end(reply));

        restart();

        assertThat(ledger.transcript(SPACE, step.session()))
                .contains(talk.transcript().append(List.of(reply)));
    }

    // ---- outputs

    @Test
    void outputs_callsAndResults_arePaired() {
        Conversation talk = task("a")
                .tool("c1", "read", "{\"path\":\"x\"}", "text of x")
                .tool("c2", "bash", "{}", "Error: no such thing")
                .add(Role.TOOL, new Part.ToolResult("nobody", "stray", Span.NONE));
        StepId step = talk.step(ledger);

        List<LedgerOutput> outputs = ledger.outputs(SPACE, step.session());

        Hash content = Hash.of("text of x");
        assertThat(outputs.get(0))
                .isEqualTo(new LedgerOutput(
                        0, "c1", "read", "{\"path\":\"x\"}", OutputId.of(content, 6), content, "text of x", false));
        assertThat(outputs.get(1).failed()).isTrue();
        assertThat(outputs.get(1).iteration()).isEqualTo(1);
        assertThat(outputs.get(2).toolName()).isEmpty();
        assertThat(outputs.get(2).arguments()).isEmpty();
    }

    @Test
    void outputs_ofTwoBranches_eachOnce() {
        Conversation talk = task("a").tool("c1", "read", "{}", "one");
        talk.step(ledger);
        talk.tool("c2", "read", "{}", "two").step(ledger);
        StepId step = talk.backTo(4)
                .user("forget that")
                .tool("c2", "read", "{}", "two")
                .tool("c3", "read", "{}", "three")
                .step(ledger);

        assertThat(ledger.outputs(SPACE, step.session()).stream().map(LedgerOutput::callId))
                .containsExactly("c1", "c2", "c3");
    }

    @Test
    void outputs_equalCallsInOneBranch_areEachThere() {
        Conversation talk = task("a").tool("same", "bash", "{}", "ok").tool("same", "bash", "{}", "ok");
        StepId step = talk.step(ledger);

        assertThat(ledger.outputs(SPACE, step.session()).stream().map(LedgerOutput::iteration))
                .containsExactly(0, 1);
    }

    @Test
    void output_oddTexts_comeBackAsTheyWere() {
        String large = "0123456789abcdef".repeat(1 << 16) + "\ud83d";
        Conversation talk = task("a");
        List<String> texts = List.of("", "\ud800", "a\u0000b\r\n\u001b[0m", "é🙂\udc01x", large, " ", "\ufffd");
        for (int t = 0; t < texts.size(); t++) {
            talk.tool("c" + t, "read", "{}", texts.get(t));
        }
        StepId step = talk.step(ledger);

        restart();

        for (String text : texts) {
            OutputId id = OutputId.of(Hash.of(text), 6);
            assertThat(ledger.output(SPACE, step.session(), id)).contains(text);
            assertThat(ledger.output(SPACE, null, id)).contains(text);
        }
        assertThat(ledger.outputs(SPACE, step.session()).stream().map(LedgerOutput::text))
                .containsExactlyElementsOf(texts);
    }

    @Test
    void output_ofCut_isTheOriginalOnceBeginReturned() {
        Conversation talk = task("a").tool("c1", "read", "{}", "the whole text");
        OutputId id = new OutputId("zzzzzz");

        StepId step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "the", 3)));

        assertThat(ledger.output(SPACE, step.session(), id)).contains("the whole text");
        assertThat(only(ledger.outputs(SPACE, step.session())).id()).isEqualTo(id);
    }

    @Test
    void begin_cutOfUnknownPart_throwsAndRecordsNothing() {
        Conversation talk = task("a").tool("c1", "read", "{}", "text");
        PartKey nowhere = new PartKey(Hash.of("nowhere"), 0);
        Decision cut = new Decision.Cut(new OutputId("abc123"), "t", 1);

        assertThatThrownBy(() -> talk.begin(ledger, Map.of(nowhere, cut))).isInstanceOf(AmbitException.class);

        assertThat(only(ledger.sessions(SPACE)).steps()).isZero();
        assertThat(ledger.verify().faults()).isEmpty();
        assertThat(ledger.verify().messages()).isZero();
    }

    @Test
    void outputs_idsThatCollide_takeMoreDigits() {
        List<String> pair = collidingTexts();
        Conversation talk = task("a").tool("c1", "read", "{}", pair.get(0)).tool("c2", "read", "{}", pair.get(1));
        StepId step = talk.step(ledger);

        List<LedgerOutput> outputs = ledger.outputs(SPACE, step.session());

        assertThat(outputs.stream().map(output -> output.id().value().length())).containsExactly(6, 7);
        for (LedgerOutput output : outputs) {
            assertThat(ledger.output(SPACE, step.session(), output.id())).contains(output.text());
        }
    }

    @Test
    void begin_cutTakesAnIdThatAnUncutOutputHas_bothStayRetrievable() {
        List<String> pair = collidingTexts();
        Conversation talk = task("a").tool("c1", "read", "{}", pair.get(0));
        talk.step(ledger);
        talk.tool("c2", "read", "{}", pair.get(1));
        OutputId id = OutputId.of(Hash.of(pair.get(1)), 6);

        StepId step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "", 1)));

        assertThat(ledger.output(SPACE, step.session(), id)).contains(pair.get(1));
        LedgerOutput first = ledger.outputs(SPACE, step.session()).get(0);
        assertThat(first.text()).isEqualTo(pair.get(0));
        assertThat(ledger.output(SPACE, step.session(), first.id())).contains(pair.get(0));
    }

    @Test
    void output_knownToTwoSessions_newestWins() {
        OutputId id = new OutputId("abc123");
        Conversation one = task("a").tool("c1", "read", "{}", "one");
        one.begin(ledger, Map.of(one.lastPart(), new Decision.Cut(id, "", 1)));
        Conversation two = task("b").tool("c1", "read", "{}", "-").tool("c2", "read", "{}", "two");
        two.begin(ledger, Map.of(two.lastPart(), new Decision.Cut(id, "", 1)));

        assertThat(ledger.output(SPACE, null, id)).contains("two");
        assertThat(ledger.output(SPACE, new SessionId("s-none"), id)).isEmpty();
    }

    @Test
    void open_outputWithPrivateText_isStoredBlanked() {
        Conversation talk = task("my key is <private>hunter2</private>, use it")
                .tool("c1", "read", "{\"k\":\"<private>hunter2</private>\"}", "a<private>hunter2</private>b");
        StepId step = talk.step(ledger);

        assertThat(only(ledger.outputs(SPACE, step.session())).text()).isEqualTo("a<private></private>b");
        assertThat(ledger.transcript(SPACE, step.session()).orElseThrow().toString())
                .isNotEmpty();
        assertThat(ledger.transcript(SPACE, step.session()).orElseThrow().messages().stream()
                        .map(Message::text))
                .noneMatch(text -> text.contains("hunter2"));
        assertThat(ledger.transcript(SPACE, step.session()).orElseThrow().chain())
                .isEqualTo(talk.transcript().chain());
        assertThat(ledger.verify().faults()).isEmpty();
        // The chain is that of the original, so the session goes on.
        assertThat(talk.assistant("x").user("y").step(ledger).session()).isEqualTo(step.session());
    }

    // ---- summaries

    @Test
    void addSummary_sameRangeAndEnd_replacesTheEarlier() {
        StepId step = task("a").step(ledger);
        Hash end = Hash.of("end");
        ledger.addSummary(SPACE, step.session(), new Summary(10, 19, end, "second ten"));
        ledger.addSummary(SPACE, step.session(), new Summary(0, 9, end, "first"));
        ledger.addSummary(SPACE, step.session(), new Summary(0, 9, end, "first, better"));
        ledger.addSummary(SPACE, step.session(), new Summary(0, 9, Hash.of("other branch"), "other"));

        List<Summary> summaries = ledger.open(task("a").arrival()).summaries();

        assertThat(summaries).hasSize(3).contains(new Summary(0, 9, end, "first, better"));
        assertThat(summaries.get(2).from()).isEqualTo(10);
    }

    @Test
    void countSummaryFailure_twice_isTwo() {
        StepId step = task("a").step(ledger);
        ledger.countSummaryFailure(SPACE, step.session());
        ledger.countSummaryFailure(SPACE, step.session());

        assertThat(only(ledger.sessions(SPACE)).summaryFailures()).isEqualTo(2);
    }

    // ---- lists, deletion, retention

    @Test
    void sessions_several_lastUsedFirst() {
        Conversation a = Conversation.about(SPACE, "name", "a");
        StepId first = a.step(ledger);
        StepId second = task("b").tool("c", "t", "{}", "x").step(ledger);
        a.tool("c", "t", "{}", "y").tool("d", "t", "{}", "z").step(ledger);

        List<SessionRecord> sessions = ledger.sessions(SPACE);

        assertThat(sessions.stream().map(SessionRecord::id)).containsExactly(first.session(), second.session());
        assertThat(sessions.get(0))
                .isEqualTo(new SessionRecord(
                        SPACE,
                        first.session(),
                        "name",
                        "testkit/1",
                        "model-1",
                        Conversation.START.plusSeconds(2),
                        Conversation.START.plusSeconds(6),
                        2,
                        1,
                        6,
                        0,
                        0));
    }

    @Test
    void everyRead_ofAnotherSpace_findsNothing() {
        Conversation talk = task("a").tool("c1", "read", "{}", "text");
        StepId step = talk.step(ledger);
        SessionId id = step.session();
        Conversation.about(OTHER, null, "other").step(ledger);
        OutputId output = OutputId.of(Hash.of("text"), 6);

        assertThat(ledger.spaces()).containsExactlyInAnyOrder(SPACE, OTHER);
        for (Space elsewhere : List.of(OTHER, new Space("never-used"))) {
            assertThat(ledger.sessions(elsewhere).stream().map(SessionRecord::id))
                    .doesNotContain(id);
            assertThat(ledger.steps(elsewhere, id)).isEmpty();
            assertThat(ledger.outputs(elsewhere, id)).isEmpty();
            assertThat(ledger.output(elsewhere, id, output)).isEmpty();
            assertThat(ledger.output(elsewhere, null, output)).isEmpty();
            assertThat(ledger.transcript(elsewhere, id)).isEmpty();
            assertThat(ledger.delete(elsewhere, id)).isFalse();
            assertThatThrownBy(() -> ledger.finish(new StepId(elsewhere, id, 0), Conversation.end(null)))
                    .isInstanceOf(AmbitException.class);
            assertThatThrownBy(() -> ledger.addSummary(elsewhere, id, new Summary(0, 1, Hash.of(""), "")))
                    .isInstanceOf(AmbitException.class);
            assertThatThrownBy(() -> ledger.countSummaryFailure(elsewhere, id)).isInstanceOf(AmbitException.class);
        }
        assertThat(ledger.output(SPACE, null, output)).contains("text");
    }

    @Test
    void delete_session_leavesWhatOthersUse() {
        Conversation one = task("a").tool("c1", "read", "{}", "shared").tool("c2", "read", "{}", "only mine");
        StepId first = one.begin(ledger, Map.of());
        ledger.finish(first, Conversation.end(Message.of(Role.ASSISTANT, List.of(new Part.Text("bye", Span.NONE)))));
        StepId second = task("b").tool("c1", "read", "{}", "shared").step(ledger);

        assertThat(ledger.delete(SPACE, first.session())).isTrue();

        assertThat(ledger.delete(SPACE, first.session())).isFalse();
        assertThat(ledger.sessions(SPACE)).hasSize(1);
        assertThat(ledger.output(SPACE, null, OutputId.of(Hash.of("only mine"), 6)))
                .isEmpty();
        assertThat(ledger.output(SPACE, second.session(), OutputId.of(Hash.of("shared"), 6)))
                .contains("shared");
        assertThat(ledger.verify().faults()).isEmpty();
        assertThat(ledger.verify().messages()).isEqualTo(4);
        ledger.delete(SPACE, second.session());
        assertThat(ledger.verify().messages()).isZero();
        assertThat(ledger.verify().blocks()).isZero();
        assertThat(ledger.spaces()).isEmpty();
    }

    @Test
    void delete_thenTheSameHistory_isRecordedAnew() {
        Conversation talk = task("a").tool("c1", "read", "{}", "text");
        StepId first = talk.step(ledger);
        ledger.delete(SPACE, first.session());

        StepId again = talk.step(ledger);

        assertThat(again.number()).isZero();
        assertThat(ledger.transcript(SPACE, again.session())).contains(talk.transcript());
    }

    @Test
    void expire_idleSessions_go() {
        StepId old = task("a").step(ledger);
        StepId young = task("b").tool("c", "t", "{}", "x").step(ledger);
        Conversation.about(OTHER, null, "c").step(ledger);
        Instant now = Conversation.START.plusSeconds(3).plus(Duration.ofDays(30));

        int gone = ledger.expire(Retention.DEFAULT, now);

        assertThat(gone).isEqualTo(2);
        assertThat(ledger.steps(SPACE, old.session())).isEmpty();
        assertThat(only(ledger.sessions(SPACE)).id()).isEqualTo(young.session());
        assertThat(ledger.spaces()).containsExactly(SPACE);
    }

    @Test
    void expire_tooLarge_oldestGoUntilItFits() {
        for (int s = 0; s < 10; s++) {
            Conversation talk = task("task " + s);
            var random = new Seed(s).random();
            for (int t = 0; t <= s; t++) {
                StringBuilder noise = new StringBuilder();
                for (int i = 0; i < 50_000; i++) {
                    noise.append((char) (' ' + random.nextInt(90)));
                }
                talk.tool("c" + t, "read", "{}", noise.toString());
            }
            talk.step(ledger);
        }

        int gone = ledger.expire(new Retention(Duration.ofDays(30), 1_200_000), Conversation.START);

        // Ten sessions with 1 to 10 outputs of some 42 kB packed: the newest two have 19 of them.
        assertThat(gone).isBetween(6, 8);
        assertThat(ledger.sessions(SPACE)).hasSize(10 - gone);
        assertThat(ledger.verify().faults()).isEmpty();
        assertThat(ledger.expire(new Retention(Duration.ofDays(30), 1_200_000), Conversation.START))
                .isZero();
    }

    protected static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    /** Two texts whose hashes end in the same six digits; some seventy thousand tries find a pair. */
    private static List<String> collidingTexts() {
        Map<OutputId, String> seen = new HashMap<>();
        for (int i = 0; ; i++) {
            String text = "output " + i;
            Optional<String> other = Optional.ofNullable(seen.put(OutputId.of(Hash.of(text), 6), text));
            if (other.isPresent()) {
                return List.of(other.get(), text);
            }
        }
    }
}
