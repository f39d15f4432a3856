package io.ambit.store;

import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionId;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads tool outputs back. */
final class OutputReads {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReads.class);

    /** What makes two rows the same output, seen in two branches. */
    private record Identity(String call, String name, long arguments, long result) {}

    private record Row(int seq, int part, int iteration, Identity identity, boolean failed) {}

    private record Name(OutputId id, Hash content) {}

    private OutputReads() {}

    /** The outputs of a session, oldest first, each once. */
    static List<LedgerOutput> all(Sql sql, long space, SessionRow session) {
        List<Row> rows = sql.readable(
                "SELECT * FROM tool_calls WHERE space = ? AND session = ? ORDER BY seq, part",
                row -> new Row(
                        row.getInt("seq"),
                        row.getInt("part"),
                        row.getInt("iteration"),
                        new Identity(
                                Messages.decoded(row, "call"),
                                Messages.decoded(row, "name"),
                                row.getLong("arguments"),
                                row.getLong("result")),
                        row.getInt("failed") != 0),
                space,
                session.number());
        Map<Long, Name> names = names(sql, space, session);
        List<LedgerOutput> all = new ArrayList<>();
        for (Row row : onceEach(sql, space, session, rows)) {
            Name name = names.get(row.identity().result());
            try {
                if (name == null) {
                    throw new CorruptRecordException("it has no id");
                }
                long arguments = row.identity().arguments();
                all.add(new LedgerOutput(
                        row.iteration(),
                        row.identity().call(),
                        row.identity().name(),
                        arguments == 0 ? "" : Blocks.get(sql, space, arguments),
                        name.id(),
                        name.content(),
                        Blocks.get(sql, space, row.identity().result()),
                        row.failed()));
            } catch (CorruptRecordException e) {
                LOG.warn(
                        "the output of call {} in session {} is skipped: {}",
                        row.identity().call(),
                        session.id(),
                        e.getMessage());
            }
        }
        return all;
    }

    /** The id of each block of output; where it has several, one that a request has shown. */
    private static Map<Long, Name> names(Sql sql, long space, SessionRow session) {
        Map<Long, Name> names = new HashMap<>();
        sql.readable(
                "SELECT o.id, o.block, b.hash FROM outputs o CROSS JOIN blocks b ON b.id = o.block AND b.space = o.space"
                        + " WHERE o.space = ? AND o.session = ? ORDER BY o.shown",
                row -> names.put(
                        row.getLong("block"), new Name(new OutputId(row.getString("id")), Sql.hash(row, "hash"))),
                space,
                session.number());
        return names;
    }

    /**
     * Leaves out the rows that show an output again in another branch. A branch may hold equal outputs of equal calls,
     * for clients repeat call ids: the n-th of them on its way from the root is the n-th output.
     */
    private static List<Row> onceEach(Sql sql, long space, SessionRow session, List<Row> rows) {
        Map<Identity, List<Row>> seen = new HashMap<>();
        List<Row> once = new ArrayList<>();
        int[] parents = null;
        for (Row row : rows) {
            List<Row> earlier = seen.computeIfAbsent(row.identity(), identity -> new ArrayList<>());
            if (!earlier.isEmpty() && parents == null) {
                parents = parents(sql, space, session);
            }
            if (parents == null || onSameWay(parents, earlier, row) >= outputs(parents, earlier)) {
                once.add(row);
            }
            earlier.add(row);
        }
        return once;
    }

    /** How many different outputs the rows of one identity stand for: as many as the longest way holds. */
    private static int outputs(int[] parents, List<Row> rows) {
        int most = 0;
        for (int r = 0; r < rows.size(); r++) {
            most = Math.max(most, onSameWay(parents, rows.subList(0, r), rows.get(r)) + 1);
        }
        return most;
    }

    /** How many of {@code earlier} stand before {@code row} on its way from the root. */
    private static int onSameWay(int[] parents, List<Row> earlier, Row row) {
        int count = 0;
        for (Row other : earlier) {
            int at = row.seq();
            while (at > other.seq()) {
                at = parents[at];
            }
            if (at == other.seq()) {
                count++;
            }
        }
        return count;
    }

    private static int[] parents(Sql sql, long space, SessionRow session) {
        int[] parents = new int[session.links()];
        sql.list(
                "SELECT seq, parent FROM chain WHERE space = ? AND session = ?",
                row -> parents[row.getInt(1)] = row.getInt(2),
                space,
                session.number());
        return parents;
    }

    /** The text of one output, in one session or in the newest of the space that knows the id. */
    static Optional<String> one(Sql sql, long space, @Nullable SessionId session, OutputId id) {
        long block = session == null
                ? sql.number(
                        "SELECT o.block FROM outputs o INDEXED BY outputs_id CROSS JOIN sessions s"
                                + " ON s.id = o.session WHERE o.space = ? AND o.id = ? ORDER BY s.last_request DESC, s.id DESC LIMIT 1",
                        -1,
                        space,
                        id.value())
                : sql.number(
                        "SELECT o.block FROM sessions s CROSS JOIN outputs o ON o.space = s.space AND o.session = s.id"
                                + " WHERE s.space = ? AND s.name = ? AND o.id = ?",
                        -1,
                        space,
                        session.value(),
                        id.value());
        if (block < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Blocks.get(sql, space, block));
        } catch (CorruptRecordException e) {
            LOG.warn("output {} cannot be returned: {}", id, e.getMessage());
            return Optional.empty();
        }
    }
}
