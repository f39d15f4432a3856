package io.ambit.core.memory.episode;

import io.ambit.core.message.Role;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.Turn;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a session gives memory: its episode, its decisions, its turns. Keys rest on the session's id and on places in
 * it, so that the session can be given again, grown or not.
 */
public final class SessionDrafts {
    private static final String AUTHOR = "rules";
    private static final int MAX_SESSION = 200;

    /** Confidence in what no evidence but its own end speaks for. */
    private static final double UNPROVEN = 0.6;

    private static final double PROVEN = 0.9;

    /** What changed files or was put right is worth more than a look around. */
    private static final double EACH_SIGN = 0.1;

    private SessionDrafts() {}

    /** The drafts in the order in which they are to be stored; the episode first. None of a session without answer. */
    public static List<Draft> of(ObservedSession session) {
        EpisodeRules rules = new EpisodeRules(session);
        Optional<Episode> episode = rules.episode();
        if (episode.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(
                session.space(),
                episode.get(),
                from(session, "", null),
                session.started(),
                importance(episode.get()),
                rules.outcome().proven() ? PROVEN : UNPROVEN));
        for (Insight decision : Decisions.of(said(session), rules.goal())) {
            String key = "decision/" + Hash.of(decision.statement()).hex().substring(0, 16);
            drafts.add(Draft.of(session.space(), decision, from(session, key, null), session.started())
                    .withConfidence(PROVEN));
        }
        String name = name(session.id());
        for (Turn turn : SessionTurns.of(session, name)) {
            Instant at = session.messages().get(turn.position()).at();
            drafts.add(Draft.of(
                    session.space(),
                    turn,
                    from(session, "turn/" + turn.position(), turn.position()),
                    at == null ? session.started() : at));
        }
        return drafts;
    }

    private static List<String> said(ObservedSession session) {
        return session.messages().stream()
                .filter(message -> message.message().role() == Role.ASSISTANT
                        || message.message().role() == Role.USER)
                .map(EpisodeRules::said)
                .map(RequestText::of)
                .toList();
    }

    private static double importance(Episode episode) {
        boolean resolved =
                episode.errors().stream().anyMatch(error -> !error.resolution().isEmpty());
        double importance = Draft.USUAL_IMPORTANCE
                + (episode.filesModified().isEmpty() ? 0 : EACH_SIGN)
                + (resolved ? EACH_SIGN : 0)
                + (episode.outcome() == Outcome.FAILURE ? EACH_SIGN : 0);
        return Math.min(1, importance);
    }

    private static Provenance from(ObservedSession session, String place, @Nullable Integer step) {
        String name = name(session.id());
        return new Provenance(AUTHOR, session.source(), place.isEmpty() ? name : name + "/" + place, name, step);
    }

    /** Ids are short where agents make them; one that is not is told by its hash. */
    private static String name(String id) {
        return id.length() <= MAX_SESSION
                ? id
                : id.substring(0, 100) + "-" + Hash.of(id).hex();
    }
}
