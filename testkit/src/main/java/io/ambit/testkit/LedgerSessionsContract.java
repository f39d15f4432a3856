package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.Summary;
import io.ambit.core.session.Usage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a {@link io.ambit.core.spi.Ledger} finds the session of a request. */
public abstract class LedgerSessionsContract extends LedgerContract {
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
    void open_onlyTheNewMessagesAfterAKnownReply_joinsItsSession() {
        StepId first = task("a").step(ledger);
        ledger.finish(first, Conversation.end(null).withReplyId("resp_1"));
        task("b").step(ledger);
        Arrival more = task("and now?").arrival();

        assertThat(ledger.open(after("resp_1", more)).id()).isEqualTo(first.session());
        assertThat(ledger.open(after("resp_2", more)).steps()).isZero();
        assertThat(ledger.open(after("", more)).steps()).isZero();
    }

    @Test
    void begin_onlyTheNewMessagesAfterAKnownReply_isNoBranch() {
        StepId first = task("a").step(ledger);
        ledger.finish(first, Conversation.end(null).withReplyId("resp_1"));
        Arrival more = after("resp_1", task("and now?").arrival());
        StepId second = ledger.begin(Conversation.start(ledger.open(more), more, Map.of()));

        assertThat(second.session()).isEqualTo(first.session());
        assertThat(only(ledger.sessions(SPACE)).branches()).isEqualTo(1);
    }

    private static Arrival after(String reply, Arrival arrival) {
        return new Arrival(
                arrival.space(),
                arrival.transcript(),
                null,
                reply,
                arrival.body(),
                arrival.client(),
                arrival.model(),
                arrival.at());
    }

    @Test
    void open_afterAStepThatEnded_tellsWhereThatWasSent() {
        Conversation talk = task("a");
        StepId first = talk.step(ledger);
        Route route = new Route("cloud", "large", "needs vision", 0.5, List.of("translated", "x"));
        ledger.finish(first, Conversation.end(null).withRoute(route));
        restart();

        SessionState state = ledger.open(talk.assistant("b").user("c").arrival());

        assertThat(state.id()).isEqualTo(first.session());
        assertThat(state.route()).isEqualTo(route);
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
                        Route.NONE,
                        "",
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
}
