package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.fact.FactTimeline;
import io.ambit.core.memory.fact.FactTimeline.Settled;
import io.ambit.core.memory.fact.FactTimeline.Stated;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Fact;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.RecordKind;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts in two times (R. Snodgrass, "Developing Time-Oriented Database Applications in SQL", 1999). What was
 * stated stays as it was; what holds is a version, of which nothing is changed later but the time at which it was
 * replaced.
 */
final class FactWrites {
    private static final String AUTHOR = "rules";

    private FactWrites() {}

    /** Whether a fact's record was stated in these words before, whatever others have left of it. */
    static boolean isStated(Sql sql, long space, long number, Fact fact) {
        return sql.number(
                        "SELECT COUNT(*) FROM facts WHERE space = ? AND record = ? AND stated = ?",
                        0,
                        space,
                        number,
                        RecordRow.bytes(fact))
                > 0;
    }

    /** States the fact of a record, for the first time or in other words, and settles what that means for others. */
    static void state(Sql sql, long space, long number, Fact fact, Instant now) {
        FactGroup group = FactGroup.of(fact);
        Optional<FactGroup> before = group(sql, space, number);
        sql.run(
                "INSERT OR REPLACE INTO facts (record, space, subject, predicate, single, stated)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                number,
                space,
                group.subjectBytes(),
                group.predicateBytes(),
                group.single(),
                RecordRow.bytes(fact));
        if (group.single()) {
            settle(sql, space, group, now);
        } else {
            knowAsStated(sql, space, number, now);
        }
        before.filter(old -> old.single() && !old.equals(group)).ifPresent(old -> settle(sql, space, old, now));
    }

    /** Removes all that was ever known of a fact. */
    static void forget(Sql sql, long space, long number, Instant now) {
        Optional<FactGroup> group = group(sql, space, number);
        sql.run("DELETE FROM facts WHERE space = ? AND record = ?", space, number);
        sql.run("DELETE FROM fact_versions WHERE space = ? AND record = ?", space, number);
        group.filter(FactGroup::single).ifPresent(left -> settle(sql, space, left, now));
    }

    private static Optional<FactGroup> group(Sql sql, long space, long number) {
        return sql.first(
                "SELECT subject, predicate, single FROM facts WHERE space = ? AND record = ?",
                row -> new FactGroup(Utf8.decode(row.getBytes(1)), Utf8.decode(row.getBytes(2)), row.getBoolean(3)),
                space,
                number);
    }

    /**
     * A fact of a group.
     *
     * @param known the content of the version that is known, and its confidence; null where there is none yet
     */
    private record Row(long number, Stated stated, @Nullable String known, double knownConfidence, double confidence) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("record"),
                    new Stated(fact(row.getBytes("stated")), TimeBytes.read(row, "time")),
                    RecordRow.text(row, "content"),
                    row.getDouble("known_confidence"),
                    row.getDouble("confidence"));
        }

        boolean knows(Fact fact) {
            return Utf8.decode(RecordRow.bytes(fact)).equals(known) && knownConfidence == confidence;
        }
    }

    private static final String SELECT = "SELECT f.record, f.stated, r.time, r.confidence, v.content,"
            + " v.confidence AS known_confidence FROM facts f JOIN records r ON r.id = f.record AND r.space = f.space"
            + " LEFT JOIN fact_versions v ON v.space = f.space AND v.record = f.record AND v.expired IS NULL"
            + " WHERE f.space = ?";

    /** Lets the facts of a group leave each other what they do. */
    private static void settle(Sql sql, long space, FactGroup group, Instant now) {
        List<Row> rows = sql.readable(
                SELECT + " AND f.subject = ? AND f.predicate = ? AND f.single = 1 ORDER BY f.record",
                Row::read,
                space,
                group.subjectBytes(),
                group.predicateBytes());
        List<Settled> settled =
                FactTimeline.settle(rows.stream().map(Row::stated).toList());
        Set<List<Long>> linked = contradictions(sql, space, group);
        for (int i = 0; i < rows.size(); i++) {
            Settled one = settled.get(i);
            long number = rows.get(i).number();
            know(sql, space, rows.get(i), one.fact(), now);
            if (one.closedBy() >= 0) {
                long closing = rows.get(one.closedBy()).number();
                if (linked.add(List.of(closing, number))) {
                    LinkRows.add(sql, space, closing, LinkType.CONTRADICTS, number, AUTHOR, now);
                }
            }
        }
    }

    /** Pairs that are linked already: asked at once, for a subject may have a long history. */
    private static Set<List<Long>> contradictions(Sql sql, long space, FactGroup group) {
        return new HashSet<>(sql.list(
                "SELECT l.origin, l.target FROM facts f JOIN links l ON l.space = f.space AND l.target = f.record"
                        + " AND l.type = ? WHERE f.space = ? AND f.subject = ? AND f.predicate = ?",
                row -> List.of(row.getLong(1), row.getLong(2)),
                LinkType.CONTRADICTS.label(),
                space,
                group.subjectBytes(),
                group.predicateBytes()));
    }

    /** A fact that no other touches holds as it was stated. */
    private static void knowAsStated(Sql sql, long space, long number, Instant now) {
        for (Row row : sql.readable(SELECT + " AND f.record = ?", Row::read, space, number)) {
            know(sql, space, row, row.stated().fact(), now);
        }
    }

    /** Makes {@code fact} what is known of a record, where something else is. */
    private static void know(Sql sql, long space, Row row, Fact fact, Instant now) {
        if (row.knows(fact)) {
            return;
        }
        Instant created = row.known() == null ? now : expire(sql, space, row.number(), now);
        FactGroup group = FactGroup.of(fact);
        sql.run(
                "INSERT INTO fact_versions (space, record, created, subject, predicate, valid, invalid, confidence,"
                        + " content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                space,
                row.number(),
                TimeBytes.of(created),
                group.subjectBytes(),
                group.predicateBytes(),
                TimeBytes.of(fact.validAt()),
                TimeBytes.of(fact.invalidAt()),
                row.confidence(),
                RecordRow.bytes(fact));
        if (RecordWrites.write(sql, space, row.number(), fact) && row.known() != null) {
            RecordWrites.touch(sql, space, row.number(), now);
        }
    }

    /** Ends the version that is known; returns when. */
    private static Instant expire(Sql sql, long space, long number, Instant now) {
        // A clock that went back must not let two versions be known at once.
        Instant created = sql
                .readable(
                        "SELECT created FROM fact_versions WHERE space = ? AND record = ? AND expired IS NULL",
                        row -> TimeBytes.read(row, "created"),
                        space,
                        number)
                .stream()
                .reduce(now, (a, b) -> a.isAfter(b) ? a : b);
        sql.run(
                "UPDATE fact_versions SET expired = ? WHERE space = ? AND record = ? AND expired IS NULL",
                TimeBytes.of(created),
                space,
                number);
        return created;
    }

    /**
     * A fact from its JSON.
     *
     * @throws CorruptRecordException where it is none
     */
    static Fact fact(byte @Nullable [] json) {
        try {
            if (json != null && ContentJson.read(RecordKind.FACT, Utf8.decode(json)) instanceof Fact fact) {
                return fact;
            }
        } catch (AmbitException e) {
            throw new CorruptRecordException(String.valueOf(e.getMessage()));
        }
        throw new CorruptRecordException("a fact is missing");
    }
}
