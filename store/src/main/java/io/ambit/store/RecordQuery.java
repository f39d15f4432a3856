package io.ambit.store;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A selection as conditions on table alias r, beginning with its space. */
final class RecordQuery {
    private final StringBuilder where = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private RecordQuery(long space, RecordSelection selection) {
        values.add(space);
        kinds(selection.kinds());
        states(selection.states());
        if (selection.from() != null) {
            and("r.time >= ?", TimeBytes.of(selection.from()));
        }
        if (selection.to() != null) {
            and("r.time < ?", TimeBytes.of(selection.to()));
        }
        byte[] session = RecordRow.bytes(selection.session());
        if (session != null) {
            // One index for each: left to itself, SQLite reads the whole space.
            and(
                    "r.id IN (SELECT id FROM records INDEXED BY records_turn WHERE space = ? AND turn_session = ?"
                            + " UNION SELECT id FROM records INDEXED BY records_session"
                            + " WHERE space = ? AND session = ?)",
                    space,
                    session,
                    space,
                    session);
        }
        if (selection.source() != null) {
            and("r.source = ?", RecordRow.bytes(selection.source()));
        }
    }

    static List<RecordRow> list(Sql sql, long space, Space name, RecordSelection selection) {
        RecordQuery query = new RecordQuery(space, selection);
        query.after(sql, space, selection);
        String order = selection.newestFirst() ? " ORDER BY r.time DESC, r.id DESC" : " ORDER BY r.id";
        query.values.add(selection.limit());
        return sql.readable(
                RecordRow.SELECT + query.where + order + " LIMIT ?",
                row -> RecordRow.read(row, name),
                query.values.toArray());
    }

    /** The numbers of the records of a selection that there are, readable or not, in order. */
    static List<Long> numbers(Sql sql, long space, RecordSelection selection) {
        RecordQuery query = new RecordQuery(space, selection);
        return sql.list(
                "SELECT r.id FROM records r WHERE r.space = ?" + query.where + " ORDER BY r.id",
                row -> row.getLong(1),
                query.values.toArray());
    }

    static long count(Sql sql, long space, RecordSelection selection) {
        RecordQuery query = new RecordQuery(space, selection);
        query.after(sql, space, selection);
        return sql.number("SELECT COUNT(*) FROM records r WHERE r.space = ?" + query.where, 0, query.values.toArray());
    }

    private void kinds(Set<RecordKind> kinds) {
        if (!kinds.isEmpty()) {
            // In the order of the enum, so that equal selections are one statement.
            in("r.kind", EnumSet.copyOf(kinds).stream().map(RecordKind::label).toList());
        }
    }

    private void states(Set<MemoryRecord.State> states) {
        List<Integer> numbers = states.stream()
                .filter(state -> state != MemoryRecord.State.FORGOTTEN)
                .sorted()
                .map(RecordRow::number)
                .toList();
        in("r.state", numbers);
    }

    private void in(String column, List<?> wanted) {
        String places = wanted.stream().map(value -> "?").collect(Collectors.joining(", "));
        and(column + " IN (" + places + ")", wanted.toArray());
    }

    private void after(Sql sql, long space, RecordSelection selection) {
        RecordId after = selection.after();
        if (after == null) {
            return;
        }
        record Place(long number, Instant time) {}
        Place place = sql.first(
                        "SELECT id, time FROM records WHERE space = ? AND name = ?",
                        row -> new Place(row.getLong("id"), TimeBytes.read(row, "time")),
                        space,
                        after.value())
                .orElseThrow(() -> new InvalidInputException("no record " + after + " to go on after in this space"));
        if (selection.newestFirst()) {
            byte[] time = TimeBytes.of(place.time());
            and("(r.time < ? OR (r.time = ? AND r.id < ?))", time, time, place.number());
        } else {
            and("r.id > ?", place.number());
        }
    }

    private void and(String condition, @Nullable Object... with) {
        where.append(" AND ").append(condition);
        Collections.addAll(values, with);
    }
}
