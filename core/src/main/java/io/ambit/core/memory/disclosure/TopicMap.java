package io.ambit.core.memory.disclosure;

import io.ambit.core.event.TopicChange;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.MemoryStore.Change;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.spi.TokenCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The topics of each space. What is known of the records is kept from one question to the next and brought up to date
 * by the store's changes; how topics were changed is read from the journal each time.
 */
final class TopicMap {
    private static final int PAGE = 1_000;

    private final MemoryStore store;
    private final MemoryJournal journal;
    private final TokenCounter tokens;
    private final Map<Space, Known> spaces = new ConcurrentHashMap<>();

    TopicMap(MemoryStore store, MemoryJournal journal, TokenCounter tokens) {
        this.store = store;
        this.journal = journal;
        this.tokens = tokens;
    }

    /** What is known of a space's records. */
    private static final class Known {
        private final Map<RecordId, Brief> briefs = new LinkedHashMap<>();
        private List<List<Brief>> clusters = List.of();
        private long sequence = -1;
        private boolean filled;
    }

    /** The topics as they are to be shown, in no order that counts. */
    List<Topic> of(Space space) {
        List<List<Brief>> clusters = clusters(space);
        Map<String, Topic> topics = new LinkedHashMap<>();
        clusters.forEach(cluster -> {
            Topic topic = topic("t-", cluster, List.of());
            topics.put(topic.id(), topic);
        });
        Map<String, List<Brief>> members = new HashMap<>();
        clusters.forEach(cluster -> members.put("t-" + cluster.getFirst().id(), cluster));
        return changed(topics, members, journal.changes(space));
    }

    /** Takes note that records were shown in full, which is no change of the store. */
    void used(Space space, Collection<RecordId> ids, Instant now) {
        Known known = spaces.get(space);
        if (known != null) {
            synchronized (known) {
                ids.forEach(id -> known.briefs.computeIfPresent(id, (any, brief) -> brief.usedAt(now)));
                known.clusters = known.clusters.stream()
                        .map(cluster -> cluster.stream()
                                .map(brief -> known.briefs.getOrDefault(brief.id(), brief))
                                .toList())
                        .toList();
            }
        }
    }

    private List<List<Brief>> clusters(Space space) {
        Known known = spaces.computeIfAbsent(space, any -> new Known());
        synchronized (known) {
            long sequence = store.sequence(space);
            if (sequence != known.sequence) {
                refresh(space, known);
                known.clusters = Clusters.of(known.briefs.values(), links(space, known.briefs));
                known.sequence = sequence;
            }
            return known.clusters;
        }
    }

    private void refresh(Space space, Known known) {
        if (!known.filled) {
            RecordId after = null;
            List<MemoryRecord> page = store.list(space, RecordSelection.LIVE.atMost(PAGE));
            while (!page.isEmpty()) {
                page.forEach(record -> take(space, known, record));
                after = page.getLast().id();
                page = store.list(space, RecordSelection.LIVE.after(after).atMost(PAGE));
            }
            known.filled = true;
            return;
        }
        List<Change> changes = store.changes(space, known.sequence, PAGE);
        while (!changes.isEmpty()) {
            Set<RecordId> live = new HashSet<>();
            for (Change change : changes) {
                known.briefs.remove(change.id());
                if (change.state() == MemoryRecord.State.LIVE) {
                    live.add(change.id());
                }
            }
            store.find(space, live).forEach(record -> take(space, known, record));
            changes = store.changes(space, changes.getLast().sequence(), PAGE);
        }
    }

    private void take(Space space, Known known, MemoryRecord record) {
        if (record.space().equals(space) && record.state() == MemoryRecord.State.LIVE) {
            known.briefs.put(record.id(), Brief.of(record, tokens));
        }
    }

    private List<List<Brief>> links(Space space, Map<RecordId, Brief> briefs) {
        List<List<Brief>> pairs = new ArrayList<>();
        List<RecordId> ids = new ArrayList<>(briefs.keySet());
        for (int from = 0; from < ids.size(); from += PAGE) {
            for (Link link : store.links(space, ids.subList(from, Math.min(ids.size(), from + PAGE)))) {
                Brief one = briefs.get(link.from());
                Brief other = briefs.get(link.to());
                if (one != null && other != null && link.space().equals(space)) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    private static List<Topic> changed(
            Map<String, Topic> topics, Map<String, List<Brief>> members, Collection<TopicChange> changes) {
        // A composite topic may be made of merged ones, never the other way.
        for (TopicChange change : changes) {
            if (change instanceof TopicChange.Merged merged) {
                unite(topics, members, merged.topic(), merged.members());
            }
        }
        for (TopicChange change : changes) {
            if (change instanceof TopicChange.Composite composite) {
                unite(topics, members, composite.topic(), composite.members());
            }
        }
        for (TopicChange change : changes) {
            topics.computeIfPresent(change.topic(), (id, topic) -> with(topic, change));
        }
        return List.copyOf(topics.values());
    }

    /** Puts one topic in the place of several; of those that are gone since nothing is said. */
    private static void unite(
            Map<String, Topic> topics, Map<String, List<Brief>> members, String id, List<String> parts) {
        List<String> present = parts.stream().filter(topics::containsKey).toList();
        List<Brief> all = new ArrayList<>();
        present.forEach(part -> all.addAll(members.getOrDefault(part, List.of())));
        if (present.size() < 2 || all.isEmpty()) {
            return;
        }
        present.forEach(topics::remove);
        all.sort(Comparator.comparing(Brief::time).thenComparing(Brief::id));
        Topic united = topic("", all, present);
        topics.put(id, renamed(united, id));
        members.put(id, all);
    }

    private static Topic with(Topic topic, TopicChange change) {
        return switch (change) {
            case TopicChange.Compressed compressed ->
                shown(topic, compressed.level(), topic.factor(), topic.split(), topic.pruned());
            case TopicChange.Rescored rescored ->
                shown(topic, topic.level(), rescored.factor(), topic.split(), topic.pruned());
            case TopicChange.Split ignored -> shown(topic, topic.level(), topic.factor(), true, topic.pruned());
            case TopicChange.Pruned ignored -> shown(topic, topic.level(), topic.factor(), topic.split(), true);
            default -> topic;
        };
    }

    private static Topic shown(Topic topic, int level, double factor, boolean split, boolean pruned) {
        return new Topic(
                topic.id(),
                topic.summary(),
                topic.members(),
                topic.parts(),
                topic.lastAccess(),
                topic.uses(),
                topic.tokens(),
                level,
                factor,
                split,
                pruned);
    }

    private static Topic renamed(Topic topic, String id) {
        return new Topic(
                id,
                topic.summary(),
                topic.members(),
                topic.parts(),
                topic.lastAccess(),
                topic.uses(),
                topic.tokens(),
                topic.level(),
                topic.factor(),
                topic.split(),
                topic.pruned());
    }

    private static Topic topic(String prefix, List<Brief> cluster, List<String> parts) {
        Instant access = cluster.getFirst().time();
        int uses = 0;
        int size = 0;
        for (Brief brief : cluster) {
            Instant last = brief.lastUsed() == null ? brief.time() : brief.lastUsed();
            access = last.isAfter(access) ? last : access;
            uses += brief.uses();
            size += brief.tokens();
        }
        return new Topic(
                prefix + cluster.getFirst().id(),
                summary(cluster),
                cluster.stream().map(Brief::id).toList(),
                parts,
                access,
                uses,
                size,
                0,
                1,
                false,
                false);
    }

    /** The title of the member whose title says most of what all are about; one that was written to be kept, if any. */
    private static String summary(List<Brief> cluster) {
        Map<String, Integer> counts = new HashMap<>();
        cluster.forEach(brief -> brief.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
        return cluster.stream()
                .max(Comparator.comparing((Brief brief) -> brief.kind() != RecordKind.TURN)
                        .thenComparingDouble(brief -> {
                            Set<String> words = TopicWords.of(brief.title());
                            int sum = words.stream()
                                    .mapToInt(word -> counts.getOrDefault(word, 0))
                                    .sum();
                            return sum / Math.sqrt(Math.max(4, words.size()));
                        })
                        .thenComparing(Brief::time))
                .map(Brief::title)
                .orElse("");
    }
}
