package io.ambit.testkit;

import io.ambit.core.memory.fact.FactTimeline;
import io.ambit.core.memory.fact.FactTimeline.Settled;
import io.ambit.core.memory.fact.FactTimeline.Stated;
import io.ambit.core.memory.fact.Folded;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of one space in two times: what was stated, and every version that was ever known of it. */
final class HeapFacts {
    private final HeapSpace space;
    private final Map<RecordId, Stated> stated = new LinkedHashMap<>();
    private final List<FactVersion> versions = new ArrayList<>();

    HeapFacts(HeapSpace space) {
        this.space = space;
    }

    boolean isStated(RecordId id, Fact fact) {
        Stated known = stated.get(id);
        return known != null && known.fact().equals(fact);
    }

    /** States a record's fact, for the first time or in other words. */
    void state(MemoryRecord record, Fact fact, Instant now) {
        Stated before = stated.put(record.id(), new Stated(fact, record.time()));
        if (!fact.single()) {
            know(record.id(), fact, now);
        }
        settle(fact, now);
        if (before != null) {
            settle(before.fact(), now);
        }
    }

    void forget(RecordId id, Instant now) {
        versions.removeIf(version -> version.id().equals(id));
        Stated gone = stated.remove(id);
        if (gone != null) {
            settle(gone.fact(), now);
        }
    }

    /** Lets the facts that exclude each other, and are of the subject and predicate of {@code like}, leave what they do. */
    private void settle(Fact like, Instant now) {
        List<RecordId> ids = stated.entrySet().stream()
                .filter(entry -> isSameQuestion(entry.getValue().fact(), like))
                .map(Map.Entry::getKey)
                .toList();
        List<Settled> settled =
                FactTimeline.settle(ids.stream().map(stated::get).toList());
        for (int i = 0; i < ids.size(); i++) {
            Settled one = settled.get(i);
            know(ids.get(i), one.fact(), now);
            if (one.closedBy() >= 0) {
                RecordId closing = ids.get(one.closedBy());
                space.link(new Link(space.space(), closing, LinkType.CONTRADICTS, ids.get(i), "rules", now));
            }
        }
    }

    /** Makes {@code fact} what is known of a record, where something else is. */
    private void know(RecordId id, Fact fact, Instant now) {
        MemoryRecord record = space.find(id).orElseThrow();
        double confidence = record.draft().confidence();
        Instant created = now;
        for (int i = 0; i < versions.size(); i++) {
            FactVersion version = versions.get(i);
            if (version.id().equals(id) && version.expiredAt() == null) {
                if (version.fact().equals(fact) && version.confidence() == confidence) {
                    return;
                }
                created = now.isBefore(version.createdAt()) ? version.createdAt() : now;
                versions.set(
                        i, new FactVersion(id, version.fact(), version.confidence(), version.createdAt(), created));
            }
        }
        versions.add(new FactVersion(id, fact, confidence, created, null));
        if (!record.content().equals(fact)) {
            space.put(HeapSpace.with(record, record.draft().withContent(fact)));
        }
    }

    /** In the order in which the facts were stored. */
    List<FactVersion> query(FactQuery query) {
        return stated.keySet().stream()
                .flatMap(id -> versions.stream().filter(version -> version.id().equals(id)))
                .filter(version -> isNamed(query.subject(), version.fact().subject())
                        && isNamed(query.predicate(), version.fact().predicate())
                        && isKnown(version, query.knownAt())
                        && holds(version.fact(), query.worldAt()))
                .toList();
    }

    private static boolean isKnown(FactVersion version, @Nullable Instant at) {
        Instant expired = version.expiredAt();
        return at == null
                ? expired == null
                : !version.createdAt().isAfter(at) && (expired == null || expired.isAfter(at));
    }

    private static boolean holds(Fact fact, @Nullable Instant at) {
        Instant from = fact.validAt();
        Instant until = fact.invalidAt();
        return at == null || ((from == null || !from.isAfter(at)) && (until == null || until.isAfter(at)));
    }

    private static boolean isSameQuestion(Fact a, Fact b) {
        return a.single() && b.single() && isNamed(a.subject(), b.subject()) && isNamed(a.predicate(), b.predicate());
    }

    private static boolean isNamed(@Nullable String wanted, String name) {
        return wanted == null || Folded.of(wanted).equals(Folded.of(name));
    }
}
