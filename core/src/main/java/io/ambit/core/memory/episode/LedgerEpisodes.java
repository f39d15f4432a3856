package io.ambit.core.memory.episode;

import io.ambit.core.memory.intake.Remember;
import io.ambit.core.memory.intake.Remembered;
import io.ambit.core.record.Draft;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the sessions of the ledger as memory: each becomes an episode with its turns, and is read again when it has
 * grown. What was read is known while this lives; a new one reads all once more, which changes nothing.
 */
public final class LedgerEpisodes {
    public static final String SOURCE = "ledger";

    private final Ledger ledger;
    private final Remember remember;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    public LedgerEpisodes(Ledger ledger, Remember remember) {
        this.ledger = ledger;
        this.remember = remember;
    }

    /**
     * Reads the sessions of all spaces that are new or have grown; each is stored in one transaction.
     *
     * @return how many sessions were stored
     */
    public int harvest(Instant now) {
        int stored = 0;
        for (Space space : ledger.spaces()) {
            for (SessionRecord session : ledger.sessions(space).reversed()) {
                stored += harvest(session, now) ? 1 : 0;
            }
        }
        return stored;
    }

    /** Reads a session where it is new or has grown; false where it was left. */
    public boolean harvest(SessionRecord session, Instant now) {
        String key = session.space() + "/" + session.id();
        Integer steps = known.get(key);
        if (steps != null && steps == session.steps()) {
            return false;
        }
        List<Draft> drafts = drafts(session);
        Remembered remembered = remember.all(drafts, now);
        known.put(key, session.steps());
        return !remembered.stored().isEmpty();
    }

    private List<Draft> drafts(SessionRecord session) {
        return ledger.transcript(session.space(), session.id())
                .map(transcript -> SessionDrafts.of(ObservedSession.of(
                        session.space(),
                        SOURCE,
                        session.id().value(),
                        session.client(),
                        transcript,
                        session.started(),
                        session.lastRequest(),
                        tokens(session.space(), session.id()))))
                .orElse(List.of());
    }

    private long tokens(Space space, SessionId id) {
        long tokens = 0;
        for (StepRecord step : ledger.steps(space, id)) {
            StepEnd end = step.end();
            for (Usage usage : end == null ? List.<Usage>of() : end.rounds()) {
                tokens += Math.max(0, usage.input()) + Math.max(0, usage.output());
            }
        }
        return tokens;
    }
}
