package io.ambit.core.tooluse.usage;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tooluse.history.CallReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tallies of a project's sessions, brought up to date: a session is read from the ledger when it is new or went on,
 * one at a time, and never again after that, by this process or another.
 */
final class Tallies {
    /** Sessions that are read before what they came to is kept. */
    private static final int AT_ONCE = 50;

    private final ProjectContext project;
    private final Ledger ledger;
    private final ToolStore tools;
    private final UsageStore usage;

    Tallies(ProjectContext project, Ledger ledger, ToolStore tools, UsageStore usage) {
        this.project = project;
        this.ledger = ledger;
        this.tools = tools;
        this.usage = usage;
    }

    /** All tallies, also of sessions that are gone, newest first. */
    synchronized List<SessionTally> upToDate(UsageProgress progress) {
        Space space = project.space();
        Map<SessionId, SessionTally> kept = new LinkedHashMap<>();
        usage.tallies(space).forEach(tally -> kept.put(tally.session(), tally));
        List<SessionRecord> stale = ledger.sessions(space).stream()
                .filter(session -> !isCurrent(kept.get(session.id()), session))
                .toList();
        if (stale.isEmpty()) {
            return List.copyOf(kept.values());
        }
        Map<SessionId, SessionTotals> totals = ledger.totals(
                space,
                stale.stream()
                        .map(SessionRecord::lastRequest)
                        .min(Instant::compareTo)
                        .orElse(Instant.EPOCH));
        Snapshot snapshot = project.backlog().store().snapshot();
        BacklogView backlog = BacklogView.of(snapshot, project.backlog().graph());
        List<SessionTally> fresh = new ArrayList<>();
        for (int s = 0; s < stale.size(); s++) {
            progress.read(s, stale.size());
            SessionRecord session = stale.get(s);
            fresh.add(TallyReader.read(
                    session,
                    calls(session),
                    totals.getOrDefault(session.id(), SessionTotals.NONE).tokensOut(),
                    tools.tools(space, session.id()),
                    backlog));
            if (fresh.size() == AT_ONCE || s == stale.size() - 1) {
                usage.keep(space, fresh);
                fresh.clear();
            }
        }
        progress.read(stale.size(), stale.size());
        return usage.tallies(space);
    }

    private static boolean isCurrent(@Nullable SessionTally tally, SessionRecord session) {
        return tally != null
                && tally.rules() == TallyReader.RULES
                && tally.steps() == session.steps()
                && tally.at().equals(session.lastRequest());
    }

    private SessionCalls calls(SessionRecord session) {
        return ledger.transcript(session.space(), session.id())
                .map(transcript -> CallReader.read(session.id(), session.lastRequest(), session.client(), transcript))
                .orElseGet(() ->
                        new SessionCalls(session.id(), session.lastRequest(), session.client(), "", 0, List.of(), ""));
    }
}
