package io.ambit.core.context.assembly;

import io.ambit.core.item.Item;
import io.ambit.core.item.Status;
import io.ambit.core.record.MemoryRecord;
import java.time.Duration;
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

/**
 * Gathers what may become part of a context, each once however often it is come upon, and weighs it: role by relevance by
 * age by status by what was learned from use. What is come upon in several ways is worth more than in one: the shares
 * that the ways leave of it are multiplied (noisy or, Pearl 1988).
 */
final class Pool {
    static final String FILE = "file:";
    static final String RECORD = "record:";
    private static final double MOST_WEIGHT = 0.95;
    private static final double IRRELEVANT = 0.25;
    private static final double OLD = 0.85;
    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final double FOUND_TELLS = 0.4;
    private static final double CANCELLED = 0.5;
    private static final double DONE = 0.9;
    private static final double SUPERSEDED = 0.4;

    private static final class Entry {
        private final Candidate candidate;
        private double strongest;
        private double mostTelling;
        private Roles role;
        private double left = 1;
        private double relevance;

        Entry(Candidate candidate) {
            this.candidate = candidate;
            this.role = candidate.role();
        }

        void come(Roles by, double share, double relevant) {
            double weight = by.weight() * share;
            strongest = Math.max(strongest, weight);
            // That something was found says less to a reader than what it is to the focus.
            double telling = by == Roles.MATCH ? FOUND_TELLS * weight : weight;
            if (telling > mostTelling) {
                mostTelling = telling;
                role = by;
            }
            left *= 1 - Math.min(MOST_WEIGHT, weight);
            relevance = Math.max(relevance, relevant);
        }

        /** What all ways together are worth; a role that is worth more than 1 by itself keeps that. */
        double weight() {
            return Math.max(strongest, 1 - left);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> superseded = new HashSet<>();
    private final Instant latest;

    /** @param latest time of the newest thing that there is, by which age is told */
    Pool(Instant latest) {
        this.latest = latest;
    }

    /**
     * An item was come upon.
     *
     * @param share of the role's weight, 0 to 1
     * @param relevance that is known already, 0 to 1
     */
    void item(Item item, Roles role, double share, double relevance) {
        String id = item.id().value();
        add(
                new Candidate(
                        item.id().key(), id, role, item.title(), new Source.OfItem(item), "backlog_get id=" + id, 0),
                role,
                share,
                relevance);
    }

    void record(MemoryRecord record, Roles role, double share, double relevance) {
        String id = record.id().value();
        add(
                new Candidate(
                        RECORD + id,
                        id,
                        role,
                        record.content().title(),
                        new Source.OfRecord(record),
                        "memory_get ids=[\"" + id + "\"]",
                        0),
                role,
                share,
                relevance);
    }

    /** Anything else. */
    void add(Candidate candidate, Roles role, double share, double relevance) {
        entries.computeIfAbsent(candidate.key(), any -> new Entry(candidate)).come(role, share, relevance);
    }

    boolean holds(Item item) {
        return entries.containsKey(item.id().key());
    }

    /** Ids of the records that were come upon. */
    List<MemoryRecord> records() {
        List<MemoryRecord> records = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.candidate.source() instanceof Source.OfRecord of) {
                records.add(of.record());
            }
        }
        return records;
    }

    /** Says that something newer stands in the place of a candidate. */
    void supersede(String key) {
        superseded.add(key);
    }

    /** All, best first; the focus before all else. */
    List<Candidate> ranked(Goal goal, Map<String, Double> factors) {
        Map<String, Set<String>> words = new HashMap<>();
        entries.forEach(
                (key, entry) -> words.put(key, Goal.words(entry.candidate.title() + "\n" + entry.candidate.text())));
        Collection<Set<String>> all = words.values();
        goal.compare(all);
        List<Candidate> ranked = new ArrayList<>();
        entries.forEach((key, entry) -> {
            double relevance = Math.max(entry.relevance, goal.relevance(words.getOrDefault(key, Set.of())));
            double worth = entry.weight()
                    * (IRRELEVANT + (1 - IRRELEVANT) * relevance)
                    * age(entry.candidate)
                    * status(entry.candidate)
                    * factors.getOrDefault(entry.role.label(), 1.0);
            Candidate one = entry.candidate;
            ranked.add(new Candidate(one.key(), one.id(), entry.role, one.title(), one.source(), one.how(), worth));
        });
        ranked.sort(Comparator.comparing((Candidate one) -> one.role() != Roles.FOCUS)
                .thenComparing(Comparator.comparingDouble((Candidate one) -> -one.worth()))
                .thenComparing(Candidate::key));
        return ranked;
    }

    private double age(Candidate candidate) {
        Instant at = switch (candidate.source()) {
            case Source.OfItem of -> of.item().updatedAt();
            case Source.OfRecord of -> of.record().time();
            case Source.OfText any -> latest;
            case Source.OfUrl any -> latest;
        };
        double seconds = Math.max(0, Duration.between(at, latest).toSeconds());
        return OLD + (1 - OLD) * Math.pow(0.5, seconds / HALF_LIFE.toSeconds());
    }

    private double status(Candidate candidate) {
        if (isSuperseded(candidate)) {
            return SUPERSEDED;
        }
        if (candidate.source() instanceof Source.OfItem of) {
            Status status = of.item().workStatus().orElse(Status.OPEN);
            return status == Status.CANCELLED ? CANCELLED : status == Status.DONE ? DONE : 1;
        }
        return 1;
    }

    /** Whether something newer stands in its place, by what was said or by what its status says. */
    boolean isSuperseded(Candidate candidate) {
        return superseded.contains(candidate.key())
                || (candidate.source() instanceof Source.OfItem of
                        && of.item().status().regionMatches(true, 0, "superseded", 0, "superseded".length()));
    }
}
