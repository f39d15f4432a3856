package io.ambit.store;

import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.time.Instant;
import java.util.List;

/**
 * Forgets records: what they said is overwritten in the file (SQLite's {@code secure_delete}), not only unlinked, and
 * the log of writes is emptied into it as far as no other reader holds on to it.
 */
final class RecordForgetting {
    /** Records forgotten in one transaction: some tens of milliseconds. */
    private static final int AT_ONCE = 500;

    private final Database database;

    RecordForgetting(Database database) {
        this.database = database;
    }

    boolean forget(long space, RecordId id, Instant now) {
        boolean found = database.write(sql -> {
            long number = RecordRow.number(sql, space, id);
            if (number >= 0) {
                forget(sql, space, number, now);
            }
            return number >= 0;
        });
        if (found) {
            database.emptyLog();
        }
        return found;
    }

    int forgetAll(long space, RecordSelection selection, Instant now) {
        List<Long> numbers = database.read(sql -> RecordQuery.numbers(sql, space, selection));
        int count = 0;
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<Long> some = numbers.subList(from, Math.min(from + AT_ONCE, numbers.size()));
            count += database.write(sql -> {
                int forgotten = 0;
                for (long number : some) {
                    boolean isThere = sql.number(
                                    "SELECT COUNT(*) FROM records WHERE space = ? AND id = ? AND state < 2",
                                    0,
                                    space,
                                    number)
                            > 0;
                    if (isThere) {
                        forget(sql, space, number, now);
                        forgotten++;
                    }
                }
                return forgotten;
            });
        }
        if (count > 0) {
            database.emptyLog();
        }
        return count;
    }

    private static void forget(Sql sql, long space, long number, Instant now) {
        sql.run(
                "UPDATE records SET state = 2, sequence = ?, updated = ?, happened = NULL, time = created,"
                        + " importance = 0, confidence = 0, uses = 0, last_used = NULL, author = NULL, source = NULL,"
                        + " source_key = NULL, session = NULL, step = NULL, turn_session = NULL, turn_position = NULL"
                        + " WHERE space = ? AND id = ?",
                Numbering.nextSequence(sql, space),
                TimeBytes.of(now),
                space,
                number);
        sql.run("DELETE FROM record_contents WHERE space = ? AND record = ?", space, number);
        SqliteVectors.remove(sql, space, number);
        LinkRows.removeAll(sql, space, number);
        FactWrites.forget(sql, space, number, now);
    }

    static boolean isForgotten(Sql sql, long space, RecordId id) {
        return sql.number(
                        "SELECT COUNT(*) FROM records WHERE space = ? AND name = ? AND state = 2", 0, space, id.value())
                > 0;
    }

    static boolean isForgotten(Sql sql, long space, String source, String key) {
        return sql.number(
                        "SELECT COUNT(*) FROM records WHERE space = ? AND key_hash = ? AND state = 2",
                        0,
                        space,
                        RecordWrites.keyHash(source, key))
                > 0;
    }

    static List<Space> spaces(Sql sql) {
        return sql.list(
                "SELECT name FROM spaces s WHERE EXISTS (SELECT 1 FROM records WHERE space = s.id) ORDER BY name",
                row -> new Space(row.getString(1)));
    }
}
