package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.core.session.Summary;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a {@link io.ambit.core.spi.Ledger} is listed, isolated, deleted and let go. */
public abstract class LedgerKeepingContract extends LedgerContract {
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
}
