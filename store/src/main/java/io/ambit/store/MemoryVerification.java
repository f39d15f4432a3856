package io.ambit.store;

import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryReport;
import java.util.ArrayList;
import java.util.List;

/** Reads all of memory and names what is damaged. */
final class MemoryVerification {
    /** Faults that are told one by one; of more there is a count. */
    private static final int TOLD = 200;

    private record Numbered(long number, Space space) {}

    private final Sql sql;
    private final List<String> faults = new ArrayList<>();
    private long readable;

    private MemoryVerification(Sql sql) {
        this.sql = sql;
    }

    static MemoryReport of(Sql sql) {
        MemoryVerification verification = new MemoryVerification(sql);
        for (Numbered one : sql.list(
                "SELECT id, name FROM spaces ORDER BY name",
                row -> new Numbered(row.getLong(1), new Space(row.getString(2))))) {
            verification.each(RecordRow.SELECT + " AND r.state <> 2 ORDER BY r.id", one, row -> {
                RecordRow.read(row, one.space());
                return verification.readable++;
            });
            verification.facts(one.number(), one.space());
            verification.each(FactReads.SELECT, one, row -> FactReads.read(row));
            for (String table : List.of("prompt_blocks", "prompt_block_history")) {
                verification.each(
                        "SELECT * FROM " + table + " WHERE space = ?", one, row -> PromptBlocks.read(row, one.space()));
            }
            verification.faults.addAll(LinkRows.faults(sql, one.number(), one.space()));
        }
        verification.strays();
        return verification.report();
    }

    private MemoryReport report() {
        List<String> told = new ArrayList<>(faults.subList(0, Math.min(TOLD, faults.size())));
        if (faults.size() > TOLD) {
            told.add((faults.size() - TOLD) + " more");
        }
        return new MemoryReport(
                readable,
                sql.number("SELECT COUNT(*) FROM links", 0),
                sql.number("SELECT COUNT(*) FROM records WHERE state = 2", 0),
                told);
    }

    /** Reads each row of a query over a space. */
    private void each(String query, Numbered space, Sql.Row<?> read) {
        sql.list(
                query,
                row -> {
                    try {
                        return read.read(row) != null;
                    } catch (CorruptRecordException e) {
                        return faults.add(space.space() + ": " + e.getMessage());
                    }
                },
                space.number());
    }

    /** Each fact has what was stated, and one version that is known and is the record's content. */
    private void facts(long space, Space name) {
        sql.list(
                "SELECT r.name, f.stated, c.bytes, (SELECT COUNT(*) FROM fact_versions v WHERE v.space = r.space"
                        + " AND v.record = r.id AND v.expired IS NULL AND v.content = c.bytes"
                        + " AND v.confidence = r.confidence) AS known,"
                        + " (SELECT COUNT(*) FROM fact_versions v WHERE v.space = r.space AND v.record = r.id"
                        + " AND v.expired IS NULL) AS open FROM records r"
                        + " LEFT JOIN facts f ON f.record = r.id LEFT JOIN record_contents c ON c.record = r.id"
                        + " WHERE r.space = ? AND r.kind = 'fact' AND r.state < 2",
                row -> {
                    if (row.getInt("known") != 1 || row.getInt("open") != 1) {
                        faults.add("fact " + row.getString(1) + " of space " + name
                                + " is not the one that is known of it");
                    }
                    try {
                        FactWrites.fact(row.getBytes("stated"));
                    } catch (CorruptRecordException e) {
                        faults.add("fact " + row.getString(1) + " of space " + name + " as stated: " + e.getMessage());
                    }
                    return true;
                },
                space);
    }

    private void strays() {
        for (String table : List.of("record_contents", "facts", "fact_versions")) {
            long strays = sql.number(
                    "SELECT COUNT(*) FROM " + table + " t WHERE NOT EXISTS (SELECT 1 FROM records r"
                            + " WHERE r.id = t.record AND r.space = t.space AND r.state < 2)",
                    0);
            if (strays > 0) {
                faults.add(strays + " rows of " + table + " belong to no record");
            }
        }
    }
}
