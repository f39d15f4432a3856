package io.ambit.core.memory.disclosure;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.RecalledText;
import io.ambit.core.event.TopicChange;
import io.ambit.core.memory.recall.LeftOut;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.memory.recall.SpaceReads;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows memory little by little. A question always gets the index; then the timeline entries of the topics that are
 * similar to it; and, unless these have every word of the question already, at most two of the topics in full. What is
 * shown is counted, and changed where it costs too much: {@link Economics}.
 */
public final class Disclosure {
    private static final double SIMILAR = 0.5;
    private static final int MAX_FULL = 2;
    private static final int MAX_TIMELINE_TOKENS = 500;
    private static final Duration HALF_LIFE = Duration.ofDays(30);

    private final MemoryStore store;
    private final MemoryIndex index;
    private final MemoryJournal journal;
    private final TokenCounter tokens;
    private final InstantSource clock;
    private final Economics economics;
    private final IndexWriter indexWriter;
    private final EntryWriter entryWriter;

    public Disclosure(
            MemoryStore store,
            MemoryIndex index,
            MemoryJournal journal,
            TokenCounter tokens,
            InstantSource clock,
            Economics economics) {
        this.store = store;
        this.index = index;
        this.journal = journal;
        this.tokens = tokens;
        this.clock = clock;
        this.economics = economics;
        this.indexWriter = new IndexWriter(tokens);
        this.entryWriter = new EntryWriter(tokens);
    }

    /** All topics, most present first; nothing is counted as shown. */
    public List<IndexView.Line> topics(Space space) {
        Instant now = clock.instant();
        return indexWriter.lines(economics.topics().of(space), topic -> presence(topic, now));
    }

    /** The index without a question. */
    public IndexView index(Space space, String session, String task) {
        IndexView view = indexWriter.view(topics(space), note(journal.changes(space)));
        count(new Cost(space, session, task, false).index(view.tokens()));
        return view;
    }

    /** What somebody who comes back needs to know. */
    public Timeline timeline(Space space, String session, String task) {
        Timeline timeline = timeline(space);
        count(new Cost(space, session, task, false).timeline(timeline.tokens()));
        return timeline;
    }

    /** The same for a file that nobody asked for: nothing is counted as shown. */
    public Timeline timeline(Space space) {
        return new TimelineWriter(store, tokens).write(space);
    }

    /** Records in full, by their ids; what is of another space or unknown is not among them. */
    public List<MemoryRecord> open(Space space, String session, String task, Collection<RecordId> ids) {
        SpaceReads reads = new SpaceReads(store, space);
        List<MemoryRecord> records = List.copyOf(reads.of(ids).values());
        Map<RecordId, String> topicOf = new HashMap<>();
        economics.topics().of(space).forEach(topic -> topic.members().forEach(id -> topicOf.put(id, topic.id())));
        Set<String> topics = new LinkedHashSet<>();
        records.forEach(record -> topics.add(topicOf.getOrDefault(record.id(), "t-" + record.id())));
        Cost cost = new Cost(space, session, task, false);
        cost.read(quoted(records)).full(List.copyOf(topics));
        used(space, records);
        count(cost);
        if (!records.isEmpty()) {
            economics.loaded(space, session, task);
        }
        return records;
    }

    /** Answers a question with as little as will do. */
    public Disclosed load(Ask ask) {
        Space space = ask.space();
        List<TopicChange> changes = journal.changes(space);
        List<Topic> topics = economics.topics().of(space);
        long all = topics.stream().mapToLong(Topic::tokens).sum();
        TopicChange.Bypass bypass = Economics.bypass(changes);
        if (bypass != null && bypass.accepted() && all <= ask.maxTokens()) {
            return everything(ask, topics, all);
        }
        SpaceReads reads = new SpaceReads(store, space);
        TopicMatches matches = new TopicMatches(index, space, ask.question(), topics, reads);
        IndexView view = indexWriter.view(
                indexWriter.lines(topics, topic -> Math.max(0, matches.similarities.getOrDefault(topic.id(), 0.0))),
                note(changes));
        List<Topic> similar = topics.stream()
                .filter(topic -> matches.similarities.getOrDefault(topic.id(), 0.0) > SIMILAR)
                .sorted(Comparator.comparingDouble(
                        (Topic topic) -> -matches.similarities.getOrDefault(topic.id(), 0.0)))
                .toList();
        Set<String> asked = TopicWords.of(ask.question());
        List<TimelineEntry> entries = entries(similar, reads, asked);

        Set<String> covered = new HashSet<>(TopicWords.of(view.text()));
        entries.forEach(entry -> covered.addAll(TopicWords.of(entry.text())));
        boolean sufficient = !similar.isEmpty() && covered.containsAll(asked);
        FullLoad load = new FullLoad(ask.maxTokens(), tokens, asked, covered);
        if (!sufficient) {
            similar.stream().limit(MAX_FULL).forEach(topic -> load.take(topic, matches.found, reads));
        }

        Cost cost = new Cost(space, ask.session(), ask.task(), true)
                .index(view.tokens())
                .entries(entries)
                .read(load.text())
                .full(load.topics)
                .idle(load.idle)
                .all(all);
        used(space, load.records);
        count(cost);
        List<CarriedOut> carriedOut =
                load.topics.isEmpty() ? List.of() : economics.loaded(space, ask.session(), ask.task());
        StringBuilder text = new StringBuilder(view.text());
        entries.forEach(entry -> text.append(entry.text()));
        return new Disclosed(
                view,
                similar.stream()
                        .map(topic -> new Disclosed.Match(
                                topic.id(),
                                matches.similarities.getOrDefault(topic.id(), 0.0),
                                load.topics.contains(topic.id())))
                        .toList(),
                entries,
                sufficient,
                load.records,
                load.leftOut,
                reads.setAside(),
                carriedOut,
                text.append(load.text()).toString());
    }

    /** Memory is small, and somebody agreed that all of it is shown. */
    private Disclosed everything(Ask ask, List<Topic> topics, long all) {
        SpaceReads reads = new SpaceReads(store, ask.space());
        List<RecordId> ids =
                topics.stream().flatMap(topic -> topic.members().stream()).toList();
        List<MemoryRecord> records = List.copyOf(reads.of(ids).values());
        String text = quoted(records);
        used(ask.space(), records);
        count(new Cost(ask.space(), ask.session(), ask.task(), true).read(text).all(all));
        return new Disclosed(
                new IndexView(List.of(), 0, 0, ""),
                List.of(),
                List.of(),
                false,
                records,
                List.<LeftOut>of(),
                reads.setAside(),
                List.of(),
                text);
    }

    private List<TimelineEntry> entries(List<Topic> similar, SpaceReads reads, Set<String> asked) {
        List<TimelineEntry> entries = new ArrayList<>();
        int used = 0;
        for (Topic topic : similar) {
            TimelineEntry entry = entryWriter.entry(topic, reads, asked);
            if (used + entry.tokens() > MAX_TIMELINE_TOKENS) {
                break;
            }
            used += entry.tokens();
            entries.add(entry);
        }
        return entries;
    }

    /** How present a topic is where nobody asks for one: by when it was last used, and how often. */
    private static double presence(Topic topic, Instant now) {
        double age = Math.max(0, Duration.between(topic.lastAccess(), now).toSeconds());
        double recent = Math.pow(0.5, age / HALF_LIFE.toSeconds());
        double often = Math.min(1, Math.log1p(topic.uses()) / 5);
        return topic.factor() * (0.7 * recent + 0.3 * often);
    }

    private static String note(List<TopicChange> changes) {
        TopicChange.Bypass bypass = Economics.bypass(changes);
        return bypass == null || bypass.accepted() ? "" : "Proposed: show all at once; " + bypass.reason();
    }

    private static String quoted(List<MemoryRecord> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(QuotedRecord.of(record)));
        return text.toString();
    }

    private void used(Space space, List<MemoryRecord> records) {
        if (!records.isEmpty()) {
            Instant now = clock.instant();
            Set<Hash> texts = new LinkedHashSet<>();
            records.forEach(record -> texts.addAll(RecalledText.hashes(record)));
            journal.recalled(space, texts, now);
            List<RecordId> ids = records.stream().map(MemoryRecord::id).toList();
            store.used(space, ids, now);
            economics.topics().used(space, ids, now);
        }
    }

    private void count(Cost cost) {
        journal.shown(cost.event(clock.instant()));
    }

    /** What one call showed, as it is put together. */
    private final class Cost {
        private final Space space;
        private final String session;
        private final String task;
        private final boolean question;
        private int indexTokens;
        private int timelineTokens;
        private int readTokens;
        private long allTokens;
        private List<String> entryTopics = List.of();
        private List<String> fullTopics = List.of();
        private List<String> idleTopics = List.of();

        Cost(Space space, String session, String task, boolean question) {
            this.space = space;
            this.session = session;
            this.task = task;
            this.question = question;
        }

        Cost index(int shown) {
            indexTokens = shown;
            return this;
        }

        Cost timeline(int shown) {
            timelineTokens = shown;
            return this;
        }

        Cost entries(List<TimelineEntry> shown) {
            timelineTokens = shown.stream().mapToInt(TimelineEntry::tokens).sum();
            entryTopics = shown.stream().map(TimelineEntry::topic).toList();
            return this;
        }

        Cost read(String text) {
            readTokens = text.isEmpty() ? 0 : tokens.count(text);
            return this;
        }

        Cost full(List<String> topics) {
            fullTopics = topics;
            return this;
        }

        Cost idle(List<String> topics) {
            idleTopics = topics;
            return this;
        }

        Cost all(long sum) {
            allTokens = sum;
            return this;
        }

        DisclosureEvent event(Instant at) {
            return new DisclosureEvent(
                    space,
                    session,
                    task,
                    at,
                    question,
                    indexTokens,
                    timelineTokens,
                    readTokens,
                    allTokens,
                    entryTopics,
                    fullTopics,
                    idleTopics,
                    List.of());
        }
    }
}
