package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepRecord;
import io.ambit.core.text.Hash;
import io.ambit.store.RecordingProcess.Acknowledged;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a ledger has what it acknowledged. */
final class Acknowledgements {
    private Acknowledgements() {}

    static void assertAllThere(SqliteLedger ledger, List<Acknowledged> acknowledged) {
        Map<String, List<Acknowledged>> bySession =
                acknowledged.stream().collect(Collectors.groupingBy(Acknowledged::session));
        bySession.forEach((session, steps) -> {
            SessionId id = new SessionId(session);
            List<StepRecord> recorded = ledger.steps(Space.DEFAULT, id);
            for (Acknowledged step : steps) {
                assertThat(recorded).as("%s", step).hasSizeGreaterThan(step.step());
                assertThat(recorded.get(step.step()).end()).as("%s", step).isNotNull();
                assertThat(ledger.output(Space.DEFAULT, id, step.output()).map(Hash::of))
                        .as("%s", step)
                        .contains(step.content());
            }
        });
    }
}
