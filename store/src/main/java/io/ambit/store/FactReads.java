package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.fact.Folded;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads facts as they were known at a time, about a time. */
final class FactReads {
    static final String SELECT = "SELECT r.name, v.* FROM fact_versions v"
            + " JOIN records r ON r.space = v.space AND r.id = v.record WHERE v.space = ?";

    private FactReads() {}

    /** In the order in which the facts were stored. */
    static List<FactVersion> of(Sql sql, long space, FactQuery query) {
        StringBuilder select = new StringBuilder(SELECT);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(space);
        if (query.subject() != null) {
            select.append(" AND v.subject = ?");
            values.add(Utf8.encode(Folded.of(query.subject())));
        }
        if (query.predicate() != null) {
            select.append(" AND v.predicate = ?");
            values.add(Utf8.encode(Folded.of(query.predicate())));
        }
        byte[] world = TimeBytes.of(query.worldAt());
        if (world != null) {
            select.append(" AND (v.valid IS NULL OR v.valid <= ?) AND (v.invalid IS NULL OR v.invalid > ?)");
            values.add(world);
            values.add(world);
        }
        byte[] known = TimeBytes.of(query.knownAt());
        if (known == null) {
            select.append(" AND v.expired IS NULL");
        } else {
            select.append(" AND v.created <= ? AND (v.expired IS NULL OR v.expired > ?)");
            values.add(known);
            values.add(known);
        }
        return sql.readable(select.append(" ORDER BY v.record").toString(), FactReads::read, values.toArray());
    }

    /**
     * The version in the current row.
     *
     * @throws CorruptRecordException where it is none
     */
    static FactVersion read(ResultSet row) throws SQLException {
        String name = row.getString("name");
        try {
            return new FactVersion(
                    new RecordId(name),
                    FactWrites.fact(row.getBytes("content")),
                    row.getDouble("confidence"),
                    TimeBytes.read(row, "created"),
                    TimeBytes.readOrNull(row, "expired"));
        } catch (AmbitException e) {
            throw new CorruptRecordException("a version of fact " + name + ": " + e.getMessage());
        }
    }
}
