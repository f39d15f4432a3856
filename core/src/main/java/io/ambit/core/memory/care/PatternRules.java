package io.ambit.core.memory.care;

import io.ambit.core.memory.care.EpisodeGroups.Group;
import io.ambit.core.memory.care.SpaceView.Entry;
import io.ambit.core.record.Content;
import io.ambit.core.record.Episode;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Patterns from successful episodes of like goals. A pattern says something: its episodes share steps that name what
 * they were done to ({@link CommonSteps}), at least two. Once made, its words stay; new episodes add to its sources.
 */
final class PatternRules {
    private static final int MIN_STEPS = 2;
    private static final int MAX_CONDITIONS = 8;
    private static final int MAX_MISTAKES = 5;

    private final SpaceView space;
    private final CareSettings settings;

    PatternRules(SpaceView space, CareSettings settings) {
        this.space = space;
        this.settings = settings;
    }

    List<CareStep> steps(List<Group> groups) {
        List<CareStep> steps = new ArrayList<>();
        for (Group group : groups) {
            if (group.successes().isEmpty()) {
                continue;
            }
            List<Entry<Pattern>> known = known(group);
            if (known.isEmpty()) {
                draw(group).ifPresent(steps::add);
            } else {
                known.stream()
                        .map(Entry::record)
                        .map(space::standing)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .flatMap(pattern -> revise(pattern, group))
                        .ifPresent(steps::add);
            }
        }
        return steps;
    }

    /** The patterns that were drawn from episodes of the group, those put aside included. */
    private List<Entry<Pattern>> known(Group group) {
        Set<RecordId> ids = ids(group.successes());
        return space.all(Pattern.class).stream()
                .filter(pattern -> pattern.content().sources().stream().anyMatch(ids::contains))
                .toList();
    }

    private Optional<CareStep> draw(Group group) {
        double confidence = confidence(group.successes(), group.failures());
        List<Episode> episodes = group.successes().stream().map(Entry::content).toList();
        if (confidence < settings.confidence()) {
            return Optional.empty();
        }
        List<String> common = CommonSteps.of(episodes);
        if (common.size() < MIN_STEPS) {
            return Optional.empty();
        }
        List<RecordId> sources = List.copyOf(ids(group.successes()));
        Pattern pattern = new Pattern(
                CommonSteps.line(group.goal()),
                sharedPhase(episodes),
                conditions(group, episodes),
                numbered(common),
                mistakes(group),
                sources);
        return Optional.of(new CareStep.NewPattern(
                pattern,
                confidence,
                sources,
                "pattern:" + group.successes().getFirst().id()));
    }

    private Optional<CareStep> revise(MemoryRecord record, Group group) {
        if (!(record.content() instanceof Pattern pattern)
                || !record.provenance().source().equals(Care.SOURCE)) {
            return Optional.empty();
        }
        Set<RecordId> sources = new LinkedHashSet<>(pattern.sources());
        List<RecordId> added = new ArrayList<>();
        for (RecordId id : ids(group.successes())) {
            if (sources.add(id) || !space.isLinked(record.id(), LinkType.DERIVED_FROM, id)) {
                added.add(id);
            }
        }
        double before = record.draft().confidence();
        double now = Evidence.confidence(
                Evidence.independent(space.find(sources)), Evidence.independent(records(group.failures())));
        boolean isSurer = now > before && sources.size() > pattern.sources().size();
        double confidence = isSurer || now < before ? now : before;
        if (added.isEmpty() && confidence == before) {
            return Optional.empty();
        }
        Content content = new Pattern(
                pattern.name(),
                pattern.category(),
                pattern.conditions(),
                pattern.correctApproach(),
                pattern.incorrectApproach(),
                List.copyOf(sources));
        return Optional.of(new CareStep.Revise(record.id(), content, confidence, added));
    }

    private static double confidence(List<Entry<Episode>> successes, List<Entry<Episode>> failures) {
        return Evidence.confidence(Evidence.independent(records(successes)), Evidence.independent(records(failures)));
    }

    private static List<MemoryRecord> records(List<Entry<Episode>> episodes) {
        return episodes.stream().map(Entry::record).toList();
    }

    private static Set<RecordId> ids(List<Entry<Episode>> episodes) {
        return episodes.stream().map(Entry::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String sharedPhase(List<Episode> episodes) {
        Set<String> phases = episodes.stream()
                .map(episode -> episode.context().phase().strip())
                .collect(Collectors.toSet());
        return phases.size() == 1 ? phases.iterator().next() : "";
    }

    /** What the goals have in common, and the constraints and files that all have. */
    private static List<String> conditions(Group group, List<Episode> episodes) {
        Set<String> words = new LinkedHashSet<>(group.words());
        Set<String> constraints =
                new LinkedHashSet<>(episodes.getFirst().context().constraints());
        Set<String> files = new LinkedHashSet<>(episodes.getFirst().context().files());
        for (Episode episode : episodes) {
            words.retainAll(ContentWords.of(episode.context().goal()));
            constraints.retainAll(episode.context().constraints());
            files.retainAll(episode.context().files());
        }
        List<String> conditions = new ArrayList<>();
        if (!words.isEmpty()) {
            conditions.add("about " + String.join(", ", words));
        }
        conditions.addAll(constraints);
        files.forEach(file -> conditions.add("with " + file));
        return conditions.stream().limit(MAX_CONDITIONS).toList();
    }

    private static String numbered(List<String> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> (i + 1) + ". " + steps.get(i))
                .collect(Collectors.joining("\n"));
    }

    /** What went wrong on the way, and in the episodes that failed. */
    private static String mistakes(Group group) {
        Set<String> mistakes = new LinkedHashSet<>();
        for (List<Entry<Episode>> episodes : List.of(group.failures(), group.successes())) {
            for (Entry<Episode> episode : episodes) {
                for (Episode.Failure error : episode.content().errors()) {
                    mistakes.add(CommonSteps.line(error.message())
                            + (error.resolution().isBlank() ? "" : " (" + CommonSteps.line(error.resolution()) + ")"));
                }
            }
        }
        return mistakes.stream().limit(MAX_MISTAKES).collect(Collectors.joining("\n"));
    }
}
