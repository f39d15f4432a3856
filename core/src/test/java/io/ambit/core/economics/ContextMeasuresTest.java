package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContextMeasuresTest {
    private static final SessionId ID = new SessionId("s-1");
    private static final Message TWO_CALLS = Message.of(
            Role.ASSISTANT,
            List.of(new Part.ToolCall("a", "read", "{}", Span.NONE), new Part.ToolCall("b", "read", "{}", Span.NONE)));

    private static SessionRecord session(long summaries, long failures) {
        return new SessionRecord(
                Space.DEFAULT, ID, null, "", "m", Instant.EPOCH, Instant.EPOCH, 0, 1, 0, summaries, failures);
    }

    private static StepRecord step(@Nullable StepEnd end, int points) {
        return new StepRecord(
                new StepId(Space.DEFAULT, ID, 0),
                Instant.EPOCH,
                Transcript.ROOT,
                1,
                "m",
                "classic",
                1,
                1,
                Map.of("point", points),
                0,
                "",
                end);
    }

    private static StepEnd end(long tokensOut, int retrievals, @Nullable Message reply, Usage... rounds) {
        return new StepEnd(
                200,
                List.of(rounds),
                0,
                tokensOut,
                Duration.ZERO,
                Duration.ZERO,
                retrievals,
                List.of(),
                reply,
                Route.NONE,
                "",
                "");
    }

    @Test
    void of_stepsOfEveryKind_countsWhatTheySay() {
        ContextMeasures measures = ContextMeasures.of(
                session(3, 1),
                List.of(
                        step(end(1000, 0, TWO_CALLS, new Usage(1100, 0, 50)), 0),
                        // a hidden round: both calls upstream are spent, one context was built
                        step(end(2000, 1, TWO_CALLS, new Usage(2100, 0, 10), new Usage(2300, 2000, 40)), 1),
                        // not counted yet: as the upstream says
                        step(end(0, 0, null, new Usage(3000, 0, 0)), 0),
                        // nothing came back
                        step(end(0, 0, null), 0),
                        step(null, 0)));

        assertThat(measures.iterations()).isEqualTo(3);
        assertThat(measures.averageContext()).isEqualTo(2000);
        assertThat(measures.tokensPerIteration()).isEqualTo((1150 + 2110 + 2340 + 3000) / 3.0);
        assertThat(measures.tokensOver16()).isEqualTo(6000);
        assertThat(measures.toolCalls()).isEqualTo(5);
        assertThat(measures.retrieveShare()).isEqualTo(0.2);
        assertThat(measures.dedupHitRate()).isEqualTo(0.25);
        assertThat(measures.summaryFailureShare()).isEqualTo(0.25);
        assertThat(measures.alerts().stream().map(ContextMeasures.Alert::name))
                .containsExactly("retrieve", "summaries");
    }

    @Test
    void tokensOver16_longSession_isTheHighestWindow() {
        List<StepRecord> steps = new ArrayList<>(Collections.nCopies(20, step(end(1000, 0, null), 0)));
        steps.add(step(end(70_000, 0, null), 0));
        steps.addAll(Collections.nCopies(20, step(end(500, 0, null), 0)));

        ContextMeasures measures = ContextMeasures.of(session(0, 0), steps);

        assertThat(measures.tokensOver16()).isEqualTo(70_000 + 15_000);
        assertThat(measures.alerts()).hasSize(1);
        assertThat(measures.alerts().get(0).text()).contains("85000 tokens over 16 iterations");
    }

    @Test
    void of_noSteps_isZeroWithoutAlerts() {
        ContextMeasures measures = ContextMeasures.of(session(0, 0), List.of());

        assertThat(measures.averageContext()).isZero();
        assertThat(measures.retrieveShare()).isZero();
        assertThat(measures.alerts()).isEmpty();
    }
}
