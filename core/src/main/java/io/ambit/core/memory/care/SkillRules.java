package io.ambit.core.memory.care;

import io.ambit.core.memory.care.SpaceView.Entry;
import io.ambit.core.record.Episode;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pattern that enough independent episodes have confirmed is a skill: its steps, what it needs, what goes wrong. */
final class SkillRules {
    private static final int MAX_ERRORS = 8;

    private final SpaceView space;
    private final CareSettings settings;

    SkillRules(SpaceView space, CareSettings settings) {
        this.space = space;
        this.settings = settings;
    }

    List<CareStep> steps() {
        Map<RecordId, Entry<Episode>> episodes = new HashMap<>();
        space.all(Episode.class).forEach(episode -> episodes.put(episode.id(), episode));
        List<CareStep> steps = new ArrayList<>();
        for (Entry<Pattern> pattern : space.live(Pattern.class)) {
            List<Entry<Episode>> sources = pattern.content().sources().stream()
                    .filter(episodes::containsKey)
                    .map(episodes::get)
                    .toList();
            int confirmed =
                    Evidence.independent(sources.stream().map(Entry::record).toList());
            boolean isSure = pattern.record().draft().confidence() >= settings.confidence();
            if (confirmed >= settings.skillSources() && isSure && !isSkill(pattern)) {
                steps.add(new CareStep.NewSkill(
                        skill(pattern.content(), sources),
                        pattern.record().draft().confidence(),
                        List.of(pattern.id()),
                        "skill:" + pattern.id()));
            }
        }
        return steps;
    }

    private boolean isSkill(Entry<Pattern> pattern) {
        return space.all(Skill.class).stream()
                .anyMatch(skill -> space.isLinked(skill.id(), LinkType.DERIVED_FROM, pattern.id()));
    }

    private static Skill skill(Pattern pattern, List<Entry<Episode>> sources) {
        List<String> lines = pattern.correctApproach()
                .lines()
                .map(SkillRules::withoutNumber)
                .filter(line -> !line.isBlank())
                .toList();
        Map<String, Skill.CommonError> errors = new LinkedHashMap<>();
        for (Entry<Episode> source : sources) {
            for (Episode.Failure error : source.content().errors()) {
                if (!error.resolution().isBlank()) {
                    String message = CommonSteps.line(error.message());
                    errors.putIfAbsent(message, new Skill.CommonError(message, CommonSteps.line(error.resolution())));
                }
            }
        }
        return new Skill(
                pattern.name(),
                "confirmed by " + sources.size() + " episodes",
                pattern.conditions(),
                lines,
                errors.values().stream().limit(MAX_ERRORS).toList(),
                exitCriteria(sources));
    }

    private static String withoutNumber(String line) {
        int at = 0;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return at > 0 && line.startsWith(". ", at) ? line.substring(at + 2) : line;
    }

    /** How the episodes ended: the result of their last action, where they agree on it. */
    private static List<String> exitCriteria(List<Entry<Episode>> sources) {
        List<String> ends = sources.stream()
                .map(source -> source.content().actions())
                .filter(actions -> !actions.isEmpty())
                .map(actions -> CommonSteps.line(actions.getLast().result()))
                .distinct()
                .toList();
        return ends.size() == 1 && !ends.getFirst().isBlank() ? ends : List.of();
    }
}
