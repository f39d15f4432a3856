package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.core.session.Summary;
import io.ambit.core.text.Hash;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one user of the data folder writes, every other one sees at once, whatever it remembers. */
class SharedLedgerTest {
    @TempDir
    Path folder;

    private SqliteLedger one;
    private SqliteLedger two;

    @BeforeEach
    void open() {
        one = SqliteLedger.open(folder);
        two = SqliteLedger.open(folder);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void open_otherInstanceWroteMeanwhile_bringsItsWork() {
        Conversation talk = Conversation.about(Space.DEFAULT, null, "task");
        StepId first = talk.tool("c0", "read", "{}", "text 0").step(one);
        for (int s = 1; s <= 6; s++) {
            talk.tool("c" + s, "read", "{}", "text " + s);
            SqliteLedger writer = s % 2 == 0 ? one : two;
            SqliteLedger other = s % 2 == 0 ? two : one;
            OutputId id = OutputId.of(Hash.of("text " + s), OutputId.MIN_LENGTH);
            Map<PartKey, Decision> cut = Map.of(talk.lastPart(), new Decision.Cut(id, "t", 1));

            assertThat(talk.begin(writer, cut)).isEqualTo(new StepId(Space.DEFAULT, first.session(), s));

            SessionState seen =
                    other.open(talk.fork(null).assistant("x").user("y").arrival());
            assertThat(seen.steps()).isEqualTo(s + 1);
            assertThat(seen.decisions().byKey()).hasSize(s);
        }
        one.addSummary(
                Space.DEFAULT,
                first.session(),
                new Summary(0, 1, talk.transcript().tip(), "so far"));
        assertThat(two.open(talk.arrival()).summaries()).hasSize(1);
        two.delete(Space.DEFAULT, first.session());
        assertThat(one.open(talk.arrival()).steps()).isZero();
        assertThat(one.sessions(Space.DEFAULT)).hasSize(1);
    }

    @Test
    void step_manyThreadsAndBothInstances_allRecorded() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StepId>> last = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                SqliteLedger ledger = t % 2 == 0 ? one : two;
                Conversation talk = Conversation.about(Space.DEFAULT, "agent " + t, "the same task");
                last.add(threads.submit(() -> {
                    StepId step = talk.step(ledger);
                    for (int s = 0; s < 20; s++) {
                        step = talk.tool("c" + s, "read", "{}", "the same text " + s)
                                .step(ledger);
                        ledger.outputs(Space.DEFAULT, step.session());
                    }
                    return step;
                }));
            }
            for (Future<StepId> step : last) {
                assertThat(step.get().number()).isEqualTo(20);
            }
        }
        assertThat(one.sessions(Space.DEFAULT)).hasSize(8);
        assertThat(two.verify().faults()).isEmpty();
        // What all of them said is there once.
        assertThat(two.verify().messages()).isEqualTo(42);
    }

    @Test
    void begin_decisionThatShowsPrivateText_isNotKept() {
        Conversation talk = Conversation.about(Space.DEFAULT, null, "task")
                .tool("c", "read", "{}", "{ \"a\": \"<private>hunter2</private>\" }");
        talk.begin(one, Map.of(talk.lastPart(), new Decision.Rewrite("{\"a\":\"<private>hunter2</private>\"}", 2)));
        Conversation next = talk.assistant("x").user("y");

        assertThat(two.open(next.arrival()).decisions().byKey()).isEmpty();
    }

    @Test
    void read_afterClose_throws() {
        one.close();

        assertThatThrownBy(() -> one.sessions(Space.DEFAULT)).isInstanceOf(AmbitException.class);
        assertThatThrownBy(() -> Conversation.about(Space.DEFAULT, null, "task").step(one))
                .isInstanceOf(AmbitException.class);
    }

    @Test
    void next_laterTime_sortsLater() {
        SessionIds ids = new SessionIds(new SplittableRandom(7));
        Instant at = Instant.parse("2026-11-21T23:59:59Z");

        assertThat(ids.next(at).value()).matches("s-20261121-235959-[0-9a-z]{4}");
        assertThat(ids.next(at.plusSeconds(1)).value())
                .isGreaterThan(ids.next(at).value());
        assertThat(ids.next(at)).isNotEqualTo(ids.next(at));
    }
}
