package io.ambit.core.memory.recall;

import io.ambit.core.event.StrategyType;
import io.ambit.core.graph.LinkWalk;
import io.ambit.core.memory.task.MemoryWeights;
import io.ambit.core.memory.task.TaskType;
import io.ambit.core.memory.time.TimeHint;
import io.ambit.core.memory.time.TimeReader;
import io.ambit.core.memory.time.TimeSpan;
import io.ambit.core.record.Episode;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryType;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what may bear on one question: by meaning and words, by time, over links. */
final class Search {
    private static final int LEAST = 60;
    private static final int PER_RESULT = 12;
    /** Where filters leave too little, the search goes deeper, up to here. */
    private static final int MOST = 2_000;

    private static final Duration AROUND = Duration.ofHours(12);
    private static final int LINK_SEEDS = 10;
    private static final int HOPS = 2;

    private final MemoryStore store;
    private final MemoryIndex index;
    private final InstantSource clock;
    private final Question question;
    private final @Nullable TaskType task;
    private final MemoryWeights weights;
    final SpaceReads reads;
    final Map<RecordId, Candidate> candidates = new LinkedHashMap<>();
    final Map<StrategyType, Duration> latencies = new EnumMap<>(StrategyType.class);

    @Nullable TimeSpan time;

    /** How much the time tells of what is wanted, 0 to 1; 0 where the question speaks of none. */
    double timeSelects;

    /** @param task null for plain search */
    Search(
            MemoryStore store,
            MemoryIndex index,
            InstantSource clock,
            Question question,
            @Nullable TaskType task,
            MemoryWeights weights) {
        this.store = store;
        this.index = index;
        this.clock = clock;
        this.question = question;
        this.task = task;
        this.weights = weights;
        this.reads = new SpaceReads(store, question.space());
    }

    void run() {
        Set<RecordKind> kinds = kinds(EnumSet.allOf(MemoryType.class));
        if (kinds.isEmpty()) {
            return;
        }
        CommonScale scale = byIndex(kinds);
        if (question.strategies().temporal()) {
            byTime(kinds, scale);
        }
        if (question.strategies().graph()) {
            overLinks();
        }
    }

    private CommonScale byIndex(Set<RecordKind> kinds) {
        Instant start = clock.instant();
        int depth = Math.min(MOST, Math.max(LEAST, PER_RESULT * question.limit()));
        List<Found> answer = index.search(question.space(), request(kinds, depth, question.from(), question.to()));
        CommonScale scale = new CommonScale(answer);
        take(answer, scale.of(answer), null);
        if (!question.raw() && answer.size() >= depth) {
            deepen(scale, depth);
        }
        Duration took = Duration.between(start, clock.instant());
        latencies.put(StrategyType.KEYWORD, took);
        // An index without a model has no part for meaning in any score: then nothing was searched by it.
        if (candidates.values().stream()
                .anyMatch(c -> c.indexParts.keySet().stream().anyMatch(Search::isMeaning))) {
            latencies.put(StrategyType.VECTOR, took);
        }
        return scale;
    }

    /** The index was asked for all kinds together; a kind that others crowded out is asked for by itself. */
    private void deepen(CommonScale scale, int firstDepth) {
        Map<MemoryType, Integer> places = weights.places(question.limit());
        for (MemoryType type : MemoryType.values()) {
            Set<RecordKind> kinds = kinds(EnumSet.of(type));
            int wanted = places.getOrDefault(type, 0);
            int depth = firstDepth;
            boolean more = !kinds.isEmpty();
            while (more && count(type) < wanted) {
                List<Found> answer =
                        index.search(question.space(), request(kinds, depth, question.from(), question.to()));
                take(answer, scale.of(answer), null);
                more = answer.size() >= depth && depth < MOST;
                depth = Math.min(MOST, depth * 6);
            }
        }
    }

    private long count(MemoryType type) {
        return candidates.values().stream()
                .filter(candidate -> candidate.record.kind().type() == type)
                .count();
    }

    private void byTime(Set<RecordKind> kinds, CommonScale scale) {
        Instant asked = question.at() == null ? clock.instant() : question.at();
        TimeHint hint = TimeReader.read(question.text(), asked, question.zone()).orElse(null);
        if (hint == null) {
            return;
        }
        Instant start = clock.instant();
        TimeSpan span = switch (hint) {
            case TimeHint.Named named -> named.span();
            case TimeHint.Beside beside -> beside(beside);
        };
        if (span != null) {
            time = span;
            // A span in which most of what was found lies anyway tells little: half of all time, for instance.
            double inside = candidates.values().stream()
                    .mapToDouble(candidate -> span.fit(candidate.record.time()))
                    .average()
                    .orElse(0);
            timeSelects = 1 - inside;
            Instant from = later(span.from(), question.from());
            Instant to = earlier(span.to(), question.to());
            if (from == null || to == null || from.isBefore(to)) {
                int depth = Math.min(MOST, Math.max(LEAST, PER_RESULT * question.limit()) / 2);
                List<Found> answer = index.search(question.space(), request(kinds, depth, from, to));
                take(answer, scale.of(answer), StrategyType.TEMPORAL);
            }
            candidates.values().forEach(candidate -> candidate.time = span.fit(candidate.record.time()));
        }
        latencies.put(StrategyType.TEMPORAL, Duration.between(start, clock.instant()));
    }

    /** When an event was is told by the record that fits it best; null where none does. */
    private @Nullable TimeSpan beside(TimeHint.Beside hint) {
        List<Found> answer = index.search(
                question.space(),
                new SearchRequest(hint.anchor(), Set.of(), question.archived(), null, null, LINK_SEEDS));
        Map<RecordId, MemoryRecord> records =
                reads.of(answer.stream().map(Found::id).toList());
        MemoryRecord event = records.values().stream().findFirst().orElse(null);
        if (event == null) {
            return null;
        }
        Instant at = event.time();
        return switch (hint.side()) {
            case BEFORE -> new TimeSpan(null, at);
            // What came of an event is often told together with it.
            case AFTER -> new TimeSpan(at.minus(AROUND), null);
            case DURING -> new TimeSpan(at.minus(AROUND), at.plus(AROUND));
        };
    }

    private void overLinks() {
        Instant start = clock.instant();
        Map<RecordId, Double> seeds = new LinkedHashMap<>();
        candidates.values().stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.own))
                .limit(LINK_SEEDS)
                .forEach(candidate -> seeds.put(candidate.record.id(), candidate.own));
        List<LinkWalk.Reached> reached = new LinkWalk(store).walk(question.space(), seeds, HOPS);
        Map<RecordId, MemoryRecord> records =
                reads.of(reached.stream().map(LinkWalk.Reached::id).toList());
        for (LinkWalk.Reached one : reached) {
            MemoryRecord record = records.get(one.id());
            if (record != null && isWanted(record)) {
                Candidate candidate = candidates.computeIfAbsent(one.id(), id -> new Candidate(record, 0, Map.of()));
                candidate.foundBy.add(StrategyType.GRAPH);
                candidate.links = one.relevance();
                candidate.path = one.path();
                candidate.time = time == null ? 0 : time.fit(record.time());
            }
        }
        latencies.put(StrategyType.GRAPH, Duration.between(start, clock.instant()));
    }

    private void take(List<Found> answer, Map<RecordId, Double> scores, @Nullable StrategyType by) {
        Map<RecordId, MemoryRecord> records =
                reads.of(answer.stream().map(Found::id).toList());
        for (Found found : answer) {
            MemoryRecord record = records.get(found.id());
            if (record == null || !isWanted(record)) {
                continue;
            }
            Candidate candidate = candidates.computeIfAbsent(
                    found.id(), id -> new Candidate(record, scores.getOrDefault(id, 0.0), found.parts()));
            if (by != null) {
                candidate.foundBy.add(by);
            }
            found.parts().forEach((name, value) -> {
                if (value > 0 && isMeaning(name)) {
                    candidate.foundBy.add(StrategyType.VECTOR);
                } else if (value > 0 && name.contains("words")) {
                    candidate.foundBy.add(StrategyType.KEYWORD);
                }
            });
        }
    }

    /** Checks once more what the index was asked to keep to, and what only the record itself can tell. */
    private boolean isWanted(MemoryRecord record) {
        boolean state = record.state() == MemoryRecord.State.LIVE
                || (question.archived() && record.state() == MemoryRecord.State.ARCHIVED);
        Instant from = question.from();
        Instant to = question.to();
        boolean inTime = (from == null || !record.time().isBefore(from))
                && (to == null || record.time().isBefore(to));
        boolean kind = kinds(EnumSet.of(record.kind().type())).contains(record.kind());
        boolean outcome = task == null
                || task == TaskType.DEBUGGING
                || !(record.content() instanceof Episode episode)
                || episode.outcome() == Outcome.SUCCESS;
        return state && inTime && kind && outcome;
    }

    /** The kinds of these types that are wanted and have a weight. */
    private Set<RecordKind> kinds(Set<MemoryType> types) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        Arrays.stream(RecordKind.values())
                .filter(kind -> types.contains(kind.type()) && weights.of(kind.type()) > 0)
                .filter(kind -> question.kinds().isEmpty() || question.kinds().contains(kind))
                .forEach(kinds::add);
        return kinds;
    }

    private SearchRequest request(Set<RecordKind> kinds, int depth, @Nullable Instant from, @Nullable Instant to) {
        Set<RecordKind> named = kinds.size() == RecordKind.values().length ? Set.of() : kinds;
        return new SearchRequest(question.text(), named, question.archived(), from, to, depth);
    }

    private static boolean isMeaning(String part) {
        return part.contains("meaning");
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
