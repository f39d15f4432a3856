package io.ambit.testkit;

import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The facts of one space in two times: every version that was ever known, never changed but for its end. */
final class HeapFacts {
    private final List<FactVersion> versions = new ArrayList<>();

    /** Takes a fact over; one of several at a time ends, or is ended by, those of its subject and predicate. */
    void add(HeapSpace space, MemoryRecord record, Fact fact, Instant now) {
        Fact added = fact;
        for (FactVersion other : current()) {
            Fact known = other.fact();
            if (!fact.single() || !known.single() || !isSameQuestion(fact, known) || !overlap(added, known)) {
                continue;
            }
            if (!folded(known.object()).equals(folded(fact.object()))) {
                space.link(new Link(record.space(), record.id(), LinkType.CONTRADICTS, other.id(), "rules", now));
            }
            Instant start = start(added, now);
            Instant knownStart = start(known, other.createdAt());
            if (knownStart.isAfter(start)) {
                added = ending(added, knownStart);
            } else {
                Fact ended = ending(known, start);
                revise(other.id(), ended, other.confidence(), now);
                space.touch(other.id(), r -> HeapSpace.with(r, r.draft().withContent(ended)));
                space.find(other.id()).ifPresent(space::put);
            }
        }
        if (!added.equals(fact)) {
            space.put(HeapSpace.with(record, record.draft().withContent(added)));
        }
        versions.add(new FactVersion(record.id(), added, record.draft().confidence(), now, null));
    }

    private static Instant start(Fact fact, Instant otherwise) {
        Instant from = fact.validAt();
        return from == null ? otherwise : from;
    }

    private static boolean overlap(Fact a, Fact b) {
        return !endsBefore(a, b) && !endsBefore(b, a);
    }

    private static boolean endsBefore(Fact a, Fact b) {
        Instant end = a.invalidAt();
        Instant start = b.validAt();
        return end != null && start != null && !end.isAfter(start);
    }

    private static Fact ending(Fact fact, Instant end) {
        Instant before = fact.invalidAt();
        Instant from = fact.validAt();
        Instant at = before != null && before.isBefore(end) ? before : end;
        return new Fact(
                fact.subject(),
                fact.predicate(),
                fact.object(),
                fact.single(),
                from,
                from != null && at.isBefore(from) ? from : at);
    }

    /** Another version of a fact is known from now on. */
    void revise(RecordId id, Fact fact, double confidence, Instant now) {
        for (int i = 0; i < versions.size(); i++) {
            FactVersion version = versions.get(i);
            if (version.id().equals(id) && version.expiredAt() == null) {
                versions.set(i, new FactVersion(id, version.fact(), version.confidence(), version.createdAt(), now));
            }
        }
        versions.add(new FactVersion(id, fact, confidence, now, null));
    }

    void forget(RecordId id) {
        versions.removeIf(version -> version.id().equals(id));
    }

    List<FactVersion> query(FactQuery query) {
        return versions.stream()
                .filter(version -> isNamed(query.subject(), version.fact().subject())
                        && isNamed(query.predicate(), version.fact().predicate())
                        && isKnown(version, query.knownAt())
                        && holds(version.fact(), query.worldAt()))
                .toList();
    }

    private List<FactVersion> current() {
        return query(FactQuery.ALL);
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
        return folded(a.subject()).equals(folded(b.subject()))
                && folded(a.predicate()).equals(folded(b.predicate()));
    }

    private static boolean isNamed(@Nullable String wanted, String name) {
        return wanted == null || folded(wanted).equals(folded(name));
    }

    private static String folded(String name) {
        return String.join(" ", name.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    }
}
