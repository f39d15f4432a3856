package io.ambit.bench.recorded;

import io.ambit.core.error.AmbitException;
import io.ambit.wire.logs.RecordedSession;
import java.util.ArrayList;
import java.util.List;

/** Hands on the sessions of a log. One that is no conversation is a problem; what the taker throws goes on. */
final class GivenSessions {
    private GivenSessions() {}

    static void give(List<RecordedSession> sessions, String file, TrajectorySink sink) {
        List<Trajectory> read = new ArrayList<>();
        for (RecordedSession session : sessions) {
            try {
                read.add(Trajectory.of(session, file, 0));
            } catch (AmbitException e) {
                sink.problem(new InputProblem(file, 0, session.id() + ": " + e.getMessage()));
            }
        }
        read.forEach(sink::trajectory);
    }
}
