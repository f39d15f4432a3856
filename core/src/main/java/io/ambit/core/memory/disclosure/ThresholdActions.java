package io.ambit.core.memory.disclosure;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.TopicChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out what is changed about the topics for each threshold. */
final class ThresholdActions {
    private static final int MOST_LEVEL = 3;
    private static final double IDLE = 0.7;
    private static final double LEAST_FACTOR = 0.4;
    private static final double REGAIN = 1.15;
    private static final Duration OLD = Duration.ofDays(90);
    /** Entries below this many tokens are not worth splitting. */
    private static final int SPLIT_FROM = 30;

    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final List<TopicChange> earlier;
    private final List<DisclosureEvent> events;

    /**
     * Prepares for one check.
     *
     * @param topics all topics of the space as they are shown now
     * @param earlier the changes that hold
     * @param events what was shown in the time that is checked
     */
    ThresholdActions(List<Topic> topics, List<TopicChange> earlier, List<DisclosureEvent> events) {
        topics.forEach(topic -> this.topics.put(topic.id(), topic));
        this.earlier = earlier;
        this.events = events;
    }

    List<TopicChange> changes(Threshold threshold) {
        return switch (threshold) {
            case RATIO -> compress();
            case SAVING -> rescore();
            case FULL_LOADS -> composite();
            case DISCOVERY -> pruneAndMerge();
            case TIMELINE -> split();
            case TOKENS_SAVED -> bypass();
        };
    }

    /** The full entries that were shown are compressed into half the tokens in timeline and index. */
    private List<TopicChange> compress() {
        List<TopicChange> changes = new ArrayList<>();
        for (String id : shown()) {
            Topic topic = topics.get(id);
            if (topic != null && topic.level() < MOST_LEVEL) {
                changes.add(new TopicChange.Compressed(id, topic.level() + 1));
            }
        }
        return changes;
    }

    /**
     * Topics that were shown in full and said nothing new lose weight, by how often that was; others win back what they
     * lost before. Where all said something, the ones shown beside a better match lose a little.
     */
    private List<TopicChange> rescore() {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (DisclosureEvent event : events) {
            for (String id : event.fullTopics()) {
                double step = event.idleTopics().contains(id) ? IDLE : REGAIN;
                factors.merge(id, step, (a, b) -> a * b);
            }
        }
        if (factors.values().stream().allMatch(step -> step > 1)) {
            events.stream()
                    .filter(event -> event.fullTopics().size() > 1)
                    .forEach(event -> factors.put(event.fullTopics().getLast(), IDLE));
        }
        List<TopicChange> changes = new ArrayList<>();
        factors.forEach((id, step) -> {
            Topic topic = topics.get(id);
            double factor = topic == null ? 1 : Math.clamp(topic.factor() * step, LEAST_FACTOR, 1);
            if (topic != null && factor != topic.factor()) {
                changes.add(new TopicChange.Rescored(id, factor));
            }
        });
        return changes;
    }

    /** The topics that one task needed in full become one topic, which shows of its records those asked for. */
    private List<TopicChange> composite() {
        Map<String, Set<String>> byTask = new LinkedHashMap<>();
        for (DisclosureEvent event : events) {
            byTask.computeIfAbsent(event.task(), any -> new LinkedHashSet<>()).addAll(event.fullTopics());
        }
        Set<String> needed =
                byTask.values().stream().max(Comparator.comparingInt(Set::size)).orElse(Set.of());
        List<String> members = parts(needed, "c-");
        return members.size() < 2
                ? List.of()
                : List.of(new TopicChange.Composite("c-" + nameOf(members.getFirst()), members));
    }

    /** Topics shown together at half of the questions or more become one; old ones that nobody used leave the index. */
    private List<TopicChange> pruneAndMerge() {
        List<TopicChange> changes = new ArrayList<>();
        Map<String, Integer> shown = new LinkedHashMap<>();
        long questions = 0;
        for (DisclosureEvent event : events) {
            questions += event.question() ? 1 : 0;
            if (event.entryTopics().size() > 1) {
                event.entryTopics().forEach(id -> shown.merge(id, 1, Integer::sum));
            }
        }
        Set<String> together = new LinkedHashSet<>();
        for (Map.Entry<String, Integer> entry : shown.entrySet()) {
            if (2L * entry.getValue() >= questions && !entry.getKey().startsWith("c-")) {
                together.add(entry.getKey());
            }
        }
        List<String> members = parts(together, "m-");
        if (members.size() > 1) {
            changes.add(new TopicChange.Merged("m-" + nameOf(members.getFirst()), members));
        }
        Set<String> inUse = shown();
        Instant newest = topics.values().stream()
                .map(Topic::lastAccess)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        topics.values().stream()
                .filter(topic -> !topic.pruned() && topic.uses() == 0 && !inUse.contains(topic.id()))
                .filter(topic -> topic.lastAccess().isBefore(newest.minus(OLD)))
                .forEach(topic -> changes.add(new TopicChange.Pruned(topic.id())));
        return changes.isEmpty() ? compress() : changes;
    }

    private List<TopicChange> split() {
        List<TopicChange> changes = new ArrayList<>();
        for (String id : shown()) {
            Topic topic = topics.get(id);
            if (topic != null
                    && !topic.split()
                    && topic.members().size() > 1
                    && EntryWriter.budget(topic) >= SPLIT_FROM) {
                changes.add(new TopicChange.Split(id));
            }
        }
        return changes.isEmpty() ? compress() : changes;
    }

    private List<TopicChange> bypass() {
        if (earlier.stream().anyMatch(TopicChange.Bypass.class::isInstance)) {
            return List.of();
        }
        int tokens = topics.values().stream().mapToInt(Topic::tokens).sum();
        return List.of(new TopicChange.Bypass(
                false, "all of memory is " + topics.size() + " topics of " + tokens + " tokens"));
    }

    /** The topics of which an entry or all was shown. */
    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        events.forEach(event -> {
            shown.addAll(event.entryTopics());
            shown.addAll(event.fullTopics());
        });
        return shown;
    }

    /** The ids, with the parts of a united topic in the place of its own; unknown ones left out. */
    private List<String> parts(Set<String> ids, String united) {
        Set<String> parts = new LinkedHashSet<>();
        for (String id : ids) {
            Topic topic = topics.get(id);
            if (topic != null) {
                parts.addAll(id.startsWith(united) ? topic.parts() : List.of(id));
            }
        }
        return List.copyOf(parts);
    }

    private static String nameOf(String topic) {
        return topic.substring(topic.indexOf('-') + 1);
    }
}
