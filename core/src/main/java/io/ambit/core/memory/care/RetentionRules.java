package io.ambit.core.memory.care;

import io.ambit.core.memory.care.SpaceView.Entry;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of episodes as they grow old. Age counts from the day an episode was stored or last used, not from when
 * it happened: what was imported today is new here.
 */
final class RetentionRules {
    static final String SUMMARY = "summary";
    /** A summary is at most this share of the episode's text, else there is nothing to gain. */
    private static final double SHORTER = 0.5;

    private final SpaceView space;
    private final CareSettings settings;
    private final Instant now;
    private final Set<RecordId> wanted;

    /**
     * @param planned what is about to be done besides, which may come to refer to an episode
     */
    RetentionRules(SpaceView space, CareSettings settings, List<CareStep> planned, Instant now) {
        this.space = space;
        this.settings = settings;
        this.wanted = wanted(space, planned);
        this.now = now;
    }

    static boolean isSummary(MemoryRecord record) {
        return record.content() instanceof Insight insight
                && insight.type().equals(SUMMARY)
                && record.provenance().source().equals(Care.SOURCE);
    }

    List<CareStep> steps() {
        Set<RecordId> summaries = new HashSet<>();
        for (Entry<Insight> insight : space.all(Insight.class)) {
            if (isSummary(insight.record())) {
                summaries.add(insight.id());
            }
        }
        List<CareStep> steps = new ArrayList<>();
        for (Entry<Episode> episode : space.live(Episode.class)) {
            Duration age = age(episode.record());
            boolean isSummarised = space.links(episode.id()).stream().anyMatch(link -> summaries.contains(link.from()));
            if (age.compareTo(settings.full()) > 0 && !isSummarised) {
                summarise(episode, steps);
            }
            if (age.compareTo(settings.summarised()) > 0 && !isReferredTo(episode.id(), summaries)) {
                steps.add(new CareStep.Archive(episode.id(), "not used for " + age.toDays() + " days"));
            }
        }
        for (Entry<Pattern> pattern : space.live(Pattern.class)) {
            Duration age = age(pattern.record());
            if (age.compareTo(settings.unused()) > 0) {
                steps.add(new CareStep.Review(
                        pattern.id(), "used " + pattern.record().uses() + " times, not for " + age.toDays() + " days"));
            }
        }
        return steps;
    }

    private Duration age(MemoryRecord record) {
        Instant used = record.lastUsed();
        Instant last = used != null && used.isAfter(record.createdAt()) ? used : record.createdAt();
        return Duration.between(last, now);
    }

    /** What patterns refer to, or soon will. */
    private static Set<RecordId> wanted(SpaceView space, List<CareStep> planned) {
        Set<RecordId> wanted = new HashSet<>();
        for (Entry<Pattern> pattern : space.all(Pattern.class)) {
            wanted.addAll(pattern.content().sources());
        }
        for (CareStep step : planned) {
            switch (step) {
                case CareStep.Draw draw -> wanted.addAll(draw.sources());
                case CareStep.Revise revise -> wanted.addAll(revise.newSources());
                default -> {}
            }
        }
        return wanted;
    }

    private boolean isReferredTo(RecordId id, Set<RecordId> summaries) {
        for (Link link : space.links(id)) {
            if (!summaries.contains(link.from())) {
                return true;
            }
        }
        return wanted.contains(id);
    }

    private static void summarise(Entry<Episode> episode, List<CareStep> steps) {
        String summary = EpisodeSummary.of(episode.content());
        if (summary.length() <= SHORTER * episode.content().text().length()) {
            steps.add(new CareStep.Summarise(
                    new Insight(SUMMARY, summary, "of " + episode.id(), List.of()),
                    episode.id(),
                    "summary:" + episode.id()));
        }
    }
}
