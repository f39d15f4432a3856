package io.ambit.core.memory.care;

import io.ambit.core.memory.fact.Folded;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Skill;
import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records of a kind that say the same: of the same name, then of like meaning. Meaning alone is not trusted where
 * numbers or negations differ: "port 8080" and "port 9090", "always" and "never" are close to any model.
 */
final class DuplicateRules {
    private static final List<Class<? extends Content>> KINDS =
            List.of(Pattern.class, AntiPattern.class, Skill.class, Insight.class);
    /** As single words: "don't" is read as "don" and "t". */
    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "without", "t", "cannot", "avoid", "unless", "except", "neither", "nor", "none",
            "always", "only");

    private final SpaceView space;
    private final CareSettings settings;
    private final Similarity similarity;

    DuplicateRules(SpaceView space, CareSettings settings, Similarity similarity) {
        this.space = space;
        this.settings = settings;
        this.similarity = similarity;
    }

    List<CareStep> steps(CareBudget budget) {
        List<CareStep> steps = new ArrayList<>();
        for (Class<? extends Content> kind : KINDS) {
            List<MemoryRecord> records = space.live(kind).stream()
                    .map(SpaceView.Entry::record)
                    .filter(record -> !RetentionRules.isSummary(record))
                    // Each is compared with better ones only, so that what is kept stays.
                    .sorted(BETTER_FIRST)
                    .toList();
            steps.addAll(duplicates(records, budget));
        }
        return steps;
    }

    private static final Comparator<MemoryRecord> BETTER_FIRST = Comparator.comparingDouble(
                    (MemoryRecord record) -> record.draft().confidence())
            .thenComparingInt(record -> sources(record.content()).size())
            .thenComparingInt(MemoryRecord::uses)
            .thenComparingInt(record -> record.content().text().length())
            .reversed()
            .thenComparing(MemoryRecord::createdAt)
            .thenComparing(MemoryRecord::id);

    private List<CareStep> duplicates(List<MemoryRecord> records, CareBudget budget) {
        List<CareStep> steps = new ArrayList<>();
        Map<String, MemoryRecord> byName = new LinkedHashMap<>();
        Map<String, List<MemoryRecord>> byWord = new HashMap<>();
        for (MemoryRecord record : records) {
            if (budget.isOver()) {
                break;
            }
            MemoryRecord sameName = byName.get(name(record.content()));
            if (sameName != null) {
                steps.add(supersede(sameName, record, "same name"));
                continue;
            }
            Optional<CareStep> alike = alike(record, byWord);
            if (alike.isPresent()) {
                steps.add(alike.get());
                continue;
            }
            byName.put(name(record.content()), record);
            for (String word : ContentWords.of(record.content().text())) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(record);
            }
        }
        return steps;
    }

    private Optional<CareStep> alike(MemoryRecord record, Map<String, List<MemoryRecord>> byWord) {
        String text = record.content().text();
        Map<RecordId, MemoryRecord> near = new LinkedHashMap<>();
        for (String word : ContentWords.of(text)) {
            for (MemoryRecord other : byWord.getOrDefault(word, List.of())) {
                if (saysTheSameOf(text, other.content().text())) {
                    near.put(other.id(), other);
                }
            }
        }
        if (near.isEmpty()) {
            return Optional.empty();
        }
        List<MemoryRecord> candidates = List.copyOf(near.values());
        List<Double> similarities = similarity.of(
                text, candidates.stream().map(other -> other.content().text()).toList());
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            best = similarities.get(i) > similarities.get(best) ? i : best;
        }
        double found = similarities.get(best);
        return found < settings.duplicate()
                ? Optional.empty()
                : Optional.of(
                        supersede(candidates.get(best), record, String.format(Locale.ROOT, "%.2f similar", found)));
    }

    private static boolean saysTheSameOf(String a, String b) {
        return marks(a).equals(marks(b));
    }

    /** The numbers and negations of a text. */
    private static Set<String> marks(String text) {
        Set<String> marks = new TreeSet<>();
        for (String word : Words.of(text)) {
            if (NEGATIONS.contains(word) || word.chars().anyMatch(Character::isDigit)) {
                marks.add(word);
            }
        }
        return marks;
    }

    private static CareStep supersede(MemoryRecord kept, MemoryRecord other, String reason) {
        return new CareStep.Supersede(
                kept.id(), merged(kept.content(), other.content()), kept.draft().confidence(), other.id(), reason);
    }

    private static Content merged(Content kept, Content other) {
        Set<RecordId> sources = new LinkedHashSet<>(sources(kept));
        sources.addAll(sources(other));
        List<RecordId> all = List.copyOf(sources);
        return switch (kept) {
            case Pattern p ->
                new Pattern(p.name(), p.category(), p.conditions(), p.correctApproach(), p.incorrectApproach(), all);
            case AntiPattern a -> new AntiPattern(a.whatFails(), a.why(), a.prevention(), all);
            default -> kept;
        };
    }

    static List<RecordId> sources(Content content) {
        return switch (content) {
            case Pattern pattern -> pattern.sources();
            case AntiPattern anti -> anti.sources();
            default -> List.of();
        };
    }

    private static String name(Content content) {
        return Folded.of(
                switch (content) {
                    case Pattern pattern -> pattern.name();
                    case AntiPattern anti -> anti.whatFails();
                    case Skill skill -> skill.name();
                    case Insight insight -> insight.type() + ": " + insight.statement();
                    default -> content.title();
                });
    }
}
