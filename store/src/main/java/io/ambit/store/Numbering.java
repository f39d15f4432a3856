package io.ambit.store;

import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The numbers of memory in a space: of its changes, and in the ids of its records. Each is given once. */
final class Numbering {
    private static final String SEQUENCE = "sequence";
    private static final int DIGITS = 3;
    // An id has room for years of four digits.
    private static final Instant FIRST_DAY = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");

    private Numbering() {}

    /** The number of a change that is being made. */
    static long nextSequence(Sql sql, long space) {
        return next(sql, space, SEQUENCE);
    }

    /** The number of the last change; 0 where there was none. */
    static long sequence(Sql sql, long space) {
        return sql.number("SELECT last FROM memory_numbers WHERE space = ? AND name = ?", 0, space, SEQUENCE);
    }

    /**
     * An id for a new record: {@code ep-2026-01-05-012} for an episode of that day (UTC), {@code sem-001} for others.
     *
     * @param at when what it tells of happened
     */
    static RecordId nextId(Sql sql, long space, RecordKind kind, Instant at, Instant createdAt) {
        String beginning = kind == RecordKind.EPISODE ? kind.prefix() + "-" + day(at, createdAt) : kind.prefix();
        String digits = Long.toString(next(sql, space, beginning));
        return new RecordId(beginning + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits);
    }

    private static LocalDate day(Instant at, Instant createdAt) {
        boolean fits = !at.isBefore(FIRST_DAY) && at.isBefore(AFTER_LAST_DAY);
        return LocalDate.ofInstant(fits ? at : createdAt, ZoneOffset.UTC);
    }

    /** The next number of that name in the space, from 1. */
    static long next(Sql sql, long space, String name) {
        return sql.number(
                "INSERT INTO memory_numbers (space, name, last) VALUES (?, ?, 1)"
                        + " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
                -1,
                space,
                name);
    }
}
