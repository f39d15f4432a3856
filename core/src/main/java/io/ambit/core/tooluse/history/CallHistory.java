package io.ambit.core.tooluse.history;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tool.SessionCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that a space's sessions made, newest session first. Read from the ledger, which stays their only home;
 * sessions that went on since are read again. Thread-safe.
 */
public final class CallHistory {
    /** More sessions than this are not looked at: what agents did long ago says little of what they should do. */
    private static final int MAX_SESSIONS = 2_000;

    private final Space space;
    private final Ledger ledger;
    private Map<SessionId, Read> read = new LinkedHashMap<>();

    public CallHistory(Space space, Ledger ledger) {
        this.space = space;
        this.ledger = ledger;
    }

    private record Read(int steps, Instant at, SessionCalls calls) {}

    /** Sessions whose last request came at {@code since} or later, newest first; those without a call are left out. */
    public synchronized List<SessionCalls> since(Instant since) {
        Map<SessionId, Read> now = new LinkedHashMap<>();
        List<SessionCalls> found = new ArrayList<>();
        for (SessionRecord session : ledger.sessions(space)) {
            if (now.size() == MAX_SESSIONS) {
                break;
            }
            Read known = read.get(session.id());
            if (session.lastRequest().isBefore(since)) {
                if (known != null) {
                    now.put(session.id(), known);
                }
                continue;
            }
            if (known == null || known.steps() != session.steps() || !known.at().equals(session.lastRequest())) {
                known = new Read(session.steps(), session.lastRequest(), read(session));
            }
            now.put(session.id(), known);
            if (!known.calls().calls().isEmpty()) {
                found.add(known.calls());
            }
        }
        read = now;
        return found;
    }

    /** All sessions. */
    public List<SessionCalls> all() {
        return since(Instant.MIN);
    }

    private SessionCalls read(SessionRecord session) {
        return ledger.transcript(space, session.id())
                .map(transcript -> CallReader.read(session.id(), session.lastRequest(), session.client(), transcript))
                .orElseGet(() ->
                        new SessionCalls(session.id(), session.lastRequest(), session.client(), "", 0, List.of(), ""));
    }
}
