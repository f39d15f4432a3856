package io.ambit.store;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes records, each method within a transaction of its caller. */
final class RecordWrites {
    private RecordWrites() {}

    /** What became of a draft. */
    record Added(RecordId id, boolean isNew) {}

    /** Stores a draft; empty where its source and key are those of a forgotten record. */
    static Optional<Added> add(Sql sql, long space, Draft draft, Instant now) {
        record Known(long number, RecordId id, RecordKind kind, int state) {}
        Hash key = keyHash(draft.provenance().source(), draft.provenance().key());
        Optional<Known> known = key == null
                ? Optional.empty()
                : sql.first(
                        "SELECT id, name, kind, state FROM records WHERE space = ? AND key_hash = ?",
                        row -> new Known(
                                row.getLong("id"),
                                new RecordId(row.getString("name")),
                                RecordKind.ofLabel(row.getString("kind")),
                                row.getInt("state")),
                        space,
                        key);
        if (known.isEmpty()) {
            return Optional.of(new Added(insert(sql, space, draft, key, now), true));
        }
        Known found = known.get();
        if (found.state() == RecordRow.FORGOTTEN) {
            return Optional.empty();
        }
        requireKind(found.id(), found.kind(), draft.content());
        restate(sql, space, found.number(), draft.content(), null, now);
        return Optional.of(new Added(found.id(), false));
    }

    private static RecordId insert(Sql sql, long space, Draft draft, @Nullable Hash key, Instant now) {
        Content content = draft.content();
        Provenance provenance = draft.provenance();
        Instant happened = draft.happenedAt();
        Instant time = happened == null ? now : happened;
        Turn turn = content instanceof Turn isTurn ? isTurn : null;
        RecordId id = Numbering.nextId(sql, space, content.kind(), time, now);
        long number = sql.number(
                "INSERT INTO records (space, name, kind, state, sequence, created, updated, happened, time, importance,"
                        + " confidence, uses, author, source, source_key, key_hash, session, step, turn_session,"
                        + " turn_position) VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " RETURNING id",
                -1,
                space,
                id.value(),
                content.kind().label(),
                Numbering.nextSequence(sql, space),
                TimeBytes.of(now),
                TimeBytes.of(now),
                TimeBytes.of(happened),
                TimeBytes.of(time),
                draft.importance(),
                draft.confidence(),
                RecordRow.bytes(provenance.author()),
                RecordRow.bytes(provenance.source()),
                RecordRow.bytes(provenance.key()),
                key,
                RecordRow.bytes(provenance.session()),
                provenance.step(),
                turn == null ? null : RecordRow.bytes(turn.session()),
                turn == null ? null : turn.position());
        sql.run(
                "INSERT INTO record_contents (record, space, bytes) VALUES (?, ?, ?)",
                number,
                space,
                RecordRow.bytes(content));
        if (content instanceof Fact fact) {
            FactWrites.state(sql, space, number, fact, now);
        }
        return id;
    }

    /** Puts another content, and another confidence, in the place of a record's. */
    static void replace(Sql sql, long space, RecordId id, Content content, double confidence, Instant now) {
        record Known(long number, RecordKind kind) {}
        Known found = sql.first(
                        "SELECT id, kind FROM records WHERE space = ? AND name = ? AND state < 2",
                        row -> new Known(row.getLong(1), RecordKind.ofLabel(row.getString(2))),
                        space,
                        id.value())
                .orElseThrow(() -> unknown(id));
        requireKind(id, found.kind(), content);
        restate(sql, space, found.number(), content, confidence, now);
    }

    static InvalidInputException unknown(RecordId id) {
        return new InvalidInputException("no record " + id + " in this space, expected the id of one");
    }

    private static void requireKind(RecordId id, RecordKind kind, Content content) {
        if (content.kind() != kind) {
            throw new InvalidInputException(
                    "record " + id + " is of kind " + kind.label() + ", expected content of that kind," + " not of "
                            + content.kind().label());
        }
    }

    /** Where content or confidence differ from what was stated before; a null confidence stays as it is. */
    private static void restate(
            Sql sql, long space, long number, Content content, @Nullable Double confidence, Instant now) {
        boolean isSurer = confidence != null
                && sql.run(
                                "UPDATE records SET confidence = ? WHERE space = ? AND id = ? AND confidence <> ?",
                                confidence,
                                space,
                                number,
                                confidence)
                        > 0;
        if (content instanceof Fact fact) {
            if (!isSurer && FactWrites.isStated(sql, space, number, fact)) {
                return;
            }
            FactWrites.state(sql, space, number, fact, now);
        } else if (!write(sql, space, number, content) && !isSurer) {
            return;
        }
        if (content instanceof Turn turn) {
            sql.run(
                    "UPDATE records SET turn_session = ?, turn_position = ? WHERE space = ? AND id = ?",
                    RecordRow.bytes(turn.session()),
                    turn.position(),
                    space,
                    number);
        }
        touch(sql, space, number, now);
    }

    /** Writes a content where it differs; returns whether it did. */
    static boolean write(Sql sql, long space, long number, Content content) {
        byte[] bytes = RecordRow.bytes(content);
        return sql.run(
                        "INSERT INTO record_contents (record, space, bytes) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET bytes = excluded.bytes WHERE bytes <> excluded.bytes",
                        number,
                        space,
                        bytes)
                > 0;
    }

    /** Notes that a record has changed. */
    static void touch(Sql sql, long space, long number, Instant now) {
        sql.run(
                "UPDATE records SET sequence = ?, updated = ? WHERE space = ? AND id = ?",
                Numbering.nextSequence(sql, space),
                TimeBytes.of(now),
                space,
                number);
    }

    static boolean archive(Sql sql, long space, RecordId id, boolean archived, Instant now) {
        long number = sql.number(
                "SELECT id FROM records WHERE space = ? AND name = ? AND state = ?",
                -1,
                space,
                id.value(),
                archived ? RecordRow.LIVE : RecordRow.ARCHIVED);
        if (number < 0) {
            return false;
        }
        sql.run(
                "UPDATE records SET state = ? WHERE space = ? AND id = ?",
                archived ? RecordRow.ARCHIVED : RecordRow.LIVE,
                space,
                number);
        touch(sql, space, number, now);
        return true;
    }

    static int used(Sql sql, long space, Collection<RecordId> ids, Instant now) {
        int count = 0;
        for (RecordId id : ids) {
            count += sql.run(
                    "UPDATE records SET uses = uses + 1, last_used = MAX(?, COALESCE(last_used, x''))"
                            + " WHERE space = ? AND name = ? AND state < 2",
                    TimeBytes.of(now),
                    space,
                    id.value());
        }
        return count;
    }

    /** What a place inside a source is known by, also after its record is forgotten; null where it has no name. */
    static @Nullable Hash keyHash(String source, String key) {
        return key.isEmpty() ? null : Hash.of(source).then(Hash.of(key));
    }
}
