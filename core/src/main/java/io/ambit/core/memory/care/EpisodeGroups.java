package io.ambit.core.memory.care;

import io.ambit.core.memory.care.SpaceView.Entry;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Episodes whose goals are alike, each in the first group that it fits, so that a group only grows as episodes come.
 * The meaning of two goals is compared only where they share words that say something.
 */
final class EpisodeGroups {
    /** Words that say something which two goals must share. */
    private static final int SHARED_WORDS = 2;

    /**
     * A group.
     *
     * @param words those that say something in the goal of the first
     */
    record Group(Set<String> words, List<Entry<Episode>> successes, List<Entry<Episode>> failures) {
        String goal() {
            return first().content().context().goal();
        }

        Entry<Episode> first() {
            return successes.isEmpty() ? failures.getFirst() : successes.getFirst();
        }
    }

    private final Similarity similarity;
    private final double threshold;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, List<Group>> byWord = new HashMap<>();

    EpisodeGroups(Similarity similarity, double threshold) {
        this.similarity = similarity;
        this.threshold = threshold;
    }

    List<Group> groups() {
        return groups;
    }

    void add(Entry<Episode> episode) {
        Set<String> words = ContentWords.of(episode.content().context().goal());
        Outcome outcome = episode.content().outcome();
        if (outcome == Outcome.PARTIAL || words.size() < SHARED_WORDS) {
            return;
        }
        Group group = fitting(episode, words);
        if (group == null) {
            group = new Group(words, new ArrayList<>(), new ArrayList<>());
            groups.add(group);
            for (String word : words) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(group);
            }
        }
        (outcome == Outcome.SUCCESS ? group.successes() : group.failures()).add(episode);
    }

    private @Nullable Group fitting(Entry<Episode> episode, Set<String> words) {
        Set<Group> near = new LinkedHashSet<>();
        for (String word : words) {
            for (Group group : byWord.getOrDefault(word, List.of())) {
                if (ContentWords.shared(words, group.words()).size() >= SHARED_WORDS) {
                    near.add(group);
                }
            }
        }
        if (near.isEmpty()) {
            return null;
        }
        List<Group> candidates = List.copyOf(near);
        List<Double> similarities = similarity.of(
                episode.content().context().goal(),
                candidates.stream().map(Group::goal).toList());
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            best = similarities.get(i) > similarities.get(best) ? i : best;
        }
        return similarities.get(best) >= threshold ? candidates.get(best) : null;
    }
}
