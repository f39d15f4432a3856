package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Summary;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a {@link io.ambit.core.spi.Ledger} keeps of the steps of a session, and of its summaries. */
public abstract class LedgerStepsContract extends LedgerContract {
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
                new Route("local", "small", "the only one with a window that long", 0.25, List.of("temperature 0.3")),
                "resp_1",
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
        StepEnd second = new StepEnd(
                500, List.of(), 1, 2, Duration.ZERO, Duration.ofDays(1), 0, List.of(), null, Route.NONE, "", "lost");

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
}
