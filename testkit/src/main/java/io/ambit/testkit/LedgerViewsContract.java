package io.ambit.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.TokenFlow;
import io.ambit.core.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every ledger answers those who look at its sessions. */
public abstract class LedgerViewsContract extends LedgerContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static StepEnd end(int status, String error, int retrievals, Usage... rounds) {
        return new StepEnd(
                status,
                List.of(rounds),
                1300,
                1200,
                Duration.ofMillis(5),
                Duration.ofMillis(9),
                retrievals,
                List.of(),
                null,
                Route.NONE,
                "",
                error);
    }

    @Test
    void totals_stepsOfASession_areSummed() {
        Conversation talk = task("a").tool("c1", "read", "{}", "a long output");
        StepId first = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Rewrite("short", 3)));
        ledger.finish(first, end(200, "", 2, new Usage(10, 4, 1), new Usage(20, -1, 2), Usage.UNKNOWN));
        talk.assistant("more").user("go on");
        ledger.finish(talk.begin(ledger, Map.of(talk.lastPart(), Decision.DROP)), end(502, "no answer", 0));
        talk.user("again");
        StepId running = talk.begin(ledger, Map.of());

        SessionTotals totals =
                requireNonNull(ledger.totals(SPACE, Instant.EPOCH).get(first.session()));

        assertThat(totals.requests()).isEqualTo(3);
        assertThat(totals.running()).isOne();
        assertThat(totals.failed()).isOne();
        assertThat(totals.tokensIn()).isEqualTo(2600);
        assertThat(totals.tokensOut()).isEqualTo(2400);
        assertThat(totals.tokensSaved()).isEqualTo(200);
        assertThat(totals.retrievals()).isEqualTo(2);
        assertThat(totals.cuts()).isOne();
        assertThat(totals.lastBegun())
                .isEqualTo(ledger.steps(SPACE, first.session())
                        .get(running.number())
                        .at());
        assertThat(totals.usage()).isEqualTo(Map.of("model-1", new Usage(30, 4, 3)));
        assertThat(ledger.totals(OTHER, Instant.EPOCH)).isEmpty();
    }

    @Test
    void totals_sessionNotUsedSince_isNotAmongThem() {
        StepId step = task("a").step(ledger);
        Instant used = ledger.sessions(SPACE).get(0).lastRequest();

        assertThat(ledger.totals(SPACE, used)).containsOnlyKeys(step.session());
        assertThat(ledger.totals(SPACE, used.plusNanos(1))).isEmpty();
    }

    @Test
    void totals_sessionWithoutAStep_isNotAmongThem() {
        ledger.open(task("a").arrival());

        assertThat(ledger.totals(SPACE, Instant.EPOCH)).isEmpty();
    }

    @Test
    void flow_stepsOfTwoMinutes_areTwoParts() {
        Conversation talk = task("a");
        talk.step(ledger);
        talk.assistant("one").user("two");
        talk.step(ledger);
        for (int i = 0; i < 40; i++) {
            talk.assistant("answer " + i).user("question " + i);
        }
        talk.step(ledger);
        talk.in(OTHER).step(ledger);
        Instant start = Conversation.START;

        assertThat(ledger.flow(SPACE, start, MINUTE))
                .containsExactly(new TokenFlow(start, 2, 2600, 2400), new TokenFlow(start.plus(MINUTE), 1, 1300, 1200));
        assertThat(ledger.flow(SPACE, start.plus(MINUTE), MINUTE)).hasSize(1);
        assertThat(ledger.flow(SPACE, start.plusSeconds(600), MINUTE)).isEmpty();
    }

    @Test
    void flow_stepsNotYetCounted_areLeftOut() {
        task("a").begin(ledger, Map.of());

        assertThat(ledger.flow(SPACE, Conversation.START, MINUTE)).isEmpty();
    }

    @Test
    void decisions_madeInSteps_areAllThere() {
        Conversation talk = task("a").tool("c1", "read", "{}", "a long output");
        Decision shorter = new Decision.Rewrite("short", 3);
        StepId step = talk.begin(ledger, Map.of(talk.lastPart(), shorter));

        assertThat(ledger.decisions(SPACE, step.session()).byKey()).isEqualTo(Map.of(talk.lastPart(), shorter));
        assertThat(ledger.decisions(OTHER, step.session()).byKey()).isEmpty();
    }

    @Test
    void request_eachStepOfTwoBranches_isWhatItSent() {
        Conversation talk = Conversation.about(SPACE, "the client's name", "a");
        Transcript sent0 = talk.transcript();
        StepId step0 = talk.step(ledger);
        talk.assistant("one").user("two");
        Transcript sent1 = talk.transcript();
        StepId step1 = talk.step(ledger);
        talk.backTo(2).assistant("another way").user("go on");
        Transcript sent2 = talk.transcript();
        StepId step2 = talk.step(ledger);

        assertThat(step2.session()).isEqualTo(step0.session());
        assertThat(ledger.request(step0)).map(Transcript::tip).contains(sent0.tip());
        assertThat(ledger.request(step1)).map(Transcript::tip).contains(sent1.tip());
        assertThat(ledger.request(step2)).map(Transcript::tip).contains(sent2.tip());
        assertThat(ledger.request(new StepId(SPACE, step0.session(), 3))).isEmpty();
        assertThat(ledger.request(new StepId(OTHER, step0.session(), 0))).isEmpty();
    }
}
