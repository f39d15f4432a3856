package io.ambit.core.memory.care;

import io.ambit.core.memory.care.SpaceView.Entry;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Episode;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Anti-patterns from errors: one that made an episode fail, or that came in two, and of which some episode tells what
 * made it go away. Without a known resolution, or words that say something, there is nothing to learn from it.
 */
final class AntiPatternRules {
    /** Errors that share so much of their words are the same. */
    private static final double SAME = 0.6;

    private static final int MIN_ERROR_WORDS = 1;
    private static final int MIN_RESOLUTION_WORDS = 2;
    private static final int MAX_GOALS = 3;

    private final SpaceView space;

    AntiPatternRules(SpaceView space) {
        this.space = space;
    }

    /** Where an error came, and what was done about it. */
    private record Seen(Entry<Episode> episode, Episode.Failure error) {}

    private record Kind(Set<String> words, List<Seen> seen) {
        Set<RecordId> sources() {
            Set<RecordId> ids = new LinkedHashSet<>();
            seen.forEach(one -> ids.add(one.episode().id()));
            return ids;
        }

        boolean isWorthKnowing() {
            return sources().size() > 1
                    || seen.stream().anyMatch(one -> one.episode().content().outcome() == Outcome.FAILURE);
        }

        double confidence() {
            Map<RecordId, MemoryRecord> episodes = new LinkedHashMap<>();
            seen.forEach(one -> episodes.put(one.episode().id(), one.episode().record()));
            return Evidence.confidence(Evidence.independent(episodes.values()), 0);
        }

        /** The resolution that was found last and says something. */
        Optional<String> resolution() {
            return seen.reversed().stream()
                    .map(one -> one.error().resolution())
                    .filter(resolution -> ContentWords.of(resolution).size() >= MIN_RESOLUTION_WORDS)
                    .findFirst();
        }
    }

    List<CareStep> steps() {
        List<CareStep> steps = new ArrayList<>();
        for (Kind kind : kinds()) {
            Set<RecordId> sources = kind.sources();
            List<MemoryRecord> known = space.all(AntiPattern.class).stream()
                    .filter(anti ->
                            anti.content().sources().stream().anyMatch(sources::contains) && isOf(kind, anti.content()))
                    .map(Entry::record)
                    .toList();
            if (known.isEmpty()) {
                draw(kind).ifPresent(steps::add);
            } else {
                known.stream()
                        .map(space::standing)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .flatMap(anti -> revise(anti, kind))
                        .ifPresent(steps::add);
            }
        }
        return steps;
    }

    private static boolean isOf(Kind kind, AntiPattern anti) {
        return ContentWords.overlap(kind.words(), ContentWords.of(anti.whatFails())) >= SAME;
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Entry<Episode> episode : space.all(Episode.class)) {
            for (Episode.Failure error : episode.content().errors()) {
                Set<String> words = ContentWords.of(what(error));
                if (words.size() < MIN_ERROR_WORDS) {
                    continue;
                }
                Kind same = kinds.stream()
                        .filter(kind -> ContentWords.overlap(kind.words(), words) >= SAME)
                        .findFirst()
                        .orElse(null);
                if (same == null) {
                    same = new Kind(words, new ArrayList<>());
                    kinds.add(same);
                }
                same.seen().add(new Seen(episode, error));
            }
        }
        return kinds;
    }

    private Optional<CareStep> draw(Kind kind) {
        if (!kind.isWorthKnowing()) {
            return Optional.empty();
        }
        Seen first = kind.seen().getFirst();
        List<RecordId> sources = List.copyOf(kind.sources());
        return kind.resolution()
                .map(resolution -> new CareStep.NewAntiPattern(
                        new AntiPattern(what(first.error()), why(kind), CommonSteps.line(resolution), sources),
                        kind.confidence(),
                        sources,
                        "anti-pattern:" + first.episode().id() + ":"
                                + first.episode().content().errors().indexOf(first.error())));
    }

    private Optional<CareStep> revise(MemoryRecord record, Kind kind) {
        if (!(record.content() instanceof AntiPattern anti)
                || !record.provenance().source().equals(Care.SOURCE)) {
            return Optional.empty();
        }
        Set<RecordId> sources = new LinkedHashSet<>(anti.sources());
        List<RecordId> added = new ArrayList<>();
        for (RecordId id : kind.sources()) {
            if (sources.add(id) || !space.isLinked(record.id(), LinkType.DERIVED_FROM, id)) {
                added.add(id);
            }
        }
        if (added.isEmpty()) {
            return Optional.empty();
        }
        double confidence = sources.size() > anti.sources().size()
                ? Math.max(kind.confidence(), record.draft().confidence())
                : record.draft().confidence();
        return Optional.of(new CareStep.Revise(
                record.id(),
                new AntiPattern(anti.whatFails(), anti.why(), anti.prevention(), List.copyOf(sources)),
                confidence,
                added));
    }

    private static String what(Episode.Failure error) {
        return CommonSteps.line((error.type() + " " + error.message()).strip());
    }

    /** What was to be done when it came. */
    private static String why(Kind kind) {
        Set<String> goals = new LinkedHashSet<>();
        kind.seen()
                .forEach(one -> goals.add(
                        CommonSteps.line(one.episode().content().context().goal())));
        return "met while: " + String.join("; ", goals.stream().limit(MAX_GOALS).toList());
    }
}
