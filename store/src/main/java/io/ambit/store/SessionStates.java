package io.ambit.store;

import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sessions bring to their next step, read once and then kept up to date in memory for those used last. A copy is
 * valid as long as its session's revision in the database is the one it was made at: another process's writes, and
 * those of this one that did not tell, make it stale.
 */
final class SessionStates {
    private static final int KEPT = 64;

    private record Kept(long revision, Decisions decisions, List<Summary> summaries, List<HiddenExchange> hidden) {}

    private final Map<Long, Kept> bySession = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
            return size() > KEPT;
        }
    };

    /** The state of a session; no step of it being written meanwhile. */
    SessionState get(Sql sql, long space, Space name, SessionRow row, boolean retry) {
        Kept kept = find(row.number());
        if (kept == null || kept.revision() != row.revision()) {
            kept = read(sql, space, row);
            put(row.number(), kept);
        }
        return new SessionState(
                name,
                row.id(),
                row.steps(),
                retry,
                kept.decisions(),
                kept.summaries(),
                kept.hidden(),
                row.retrieveTool(),
                row.route(),
                row.steps() == 0 ? null : row.lastRequest());
    }

    /** Carries the copy of a session over a step that was begun, at {@code before}, and is committed. */
    @SuppressWarnings("ReferenceEquality") // a cheap way to see that nothing has to be merged
    void begun(SessionRow before, StepStart start, Map<PartKey, Decision> changed) {
        Kept kept = find(before.number());
        if (kept == null || kept.revision() != before.revision()) {
            return;
        }
        Decisions decisions = kept.decisions() == start.earlier()
                ? start.decisions()
                : kept.decisions().with(changed, start.decisions().boundary());
        put(before.number(), new Kept(before.revision() + 1, decisions, kept.summaries(), kept.hidden()));
    }

    /** Carries the copy of a session over a change that leaves its state as it is. */
    void unchanged(long session, long revisionBefore) {
        Kept kept = find(session);
        if (kept != null && kept.revision() == revisionBefore) {
            put(session, new Kept(revisionBefore + 1, kept.decisions(), kept.summaries(), kept.hidden()));
        }
    }

    private synchronized @Nullable Kept find(long session) {
        return bySession.get(session);
    }

    private synchronized void put(long session, Kept kept) {
        bySession.put(session, kept);
    }

    private static Kept read(Sql sql, long space, SessionRow row) {
        Map<PartKey, Decision> decisions = DecisionRows.all(sql, space, row.number());
        List<Summary> summaries = sql.readable(
                "SELECT * FROM summaries WHERE space = ? AND session = ? ORDER BY first, last, link",
                r -> new Summary(r.getInt("first"), r.getInt("last"), Sql.hash(r, "link"), Messages.decoded(r, "text")),
                space,
                row.number());
        List<HiddenExchange> hidden = sql.readable(
                "SELECT * FROM hidden_exchanges WHERE space = ? AND session = ? ORDER BY step, position",
                StepReads::hidden,
                space,
                row.number());
        return new Kept(row.revision(), new Decisions(decisions, row.boundary()), summaries, hidden);
    }
}
