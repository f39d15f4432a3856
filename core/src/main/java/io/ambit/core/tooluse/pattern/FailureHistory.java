package io.ambit.core.tooluse.pattern;

import io.ambit.core.session.SessionId;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tooluse.failure.Recoveries;
import io.ambit.core.tooluse.history.CallHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The failures of all sessions, newest session first; those of a session that did not go on are not told again. */
final class FailureHistory {
    private final CallHistory history;
    private Map<SessionId, Told> told = new HashMap<>();

    FailureHistory(CallHistory history) {
        this.history = history;
    }

    private record Told(Instant at, int calls, List<Recoveries.Failed> failures) {}

    synchronized List<Recoveries.Failed> all() {
        Map<SessionId, Told> now = new HashMap<>();
        List<Recoveries.Failed> all = new ArrayList<>();
        for (SessionCalls session : history.all()) {
            Told known = told.get(session.session());
            if (known == null
                    || known.calls() != session.calls().size()
                    || !known.at().equals(session.at())) {
                known = new Told(session.at(), session.calls().size(), Recoveries.of(session));
            }
            now.put(session.session(), known);
            all.addAll(known.failures());
        }
        told = now;
        return all;
    }
}
