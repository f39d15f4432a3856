package io.ambit.store;

import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads steps back, and the conversation that they were about. */
final class StepReads {
    private static final Logger LOG = LoggerFactory.getLogger(StepReads.class);

    private StepReads() {}

    /** The steps of a session, oldest first. */
    static List<StepRecord> all(Sql sql, long space, Space name, SessionRow session) {
        Map<Integer, List<Usage>> rounds = new HashMap<>();
        sql.readable(
                "SELECT * FROM usages WHERE space = ? AND session = ? ORDER BY step, round",
                row -> rounds.computeIfAbsent(row.getInt("step"), step -> new ArrayList<>())
                        .add(new Usage(row.getLong("input"), row.getLong("cached"), row.getLong("output"))),
                space,
                session.number());
        Map<Integer, List<HiddenExchange>> hidden = new HashMap<>();
        sql.readable(
                "SELECT * FROM hidden_exchanges WHERE space = ? AND session = ? ORDER BY step, position",
                row -> hidden.computeIfAbsent(row.getInt("step"), step -> new ArrayList<>())
                        .add(hidden(row)),
                space,
                session.number());
        return sql.readable(
                "SELECT * FROM steps WHERE space = ? AND session = ? ORDER BY number",
                row -> {
                    int number = row.getInt("number");
                    StepId id = new StepId(name, session.id(), number);
                    StepEnd end = row.getInt("ended") == 0
                            ? null
                            : end(
                                    row,
                                    rounds.getOrDefault(number, List.of()),
                                    hidden.getOrDefault(number, List.of()),
                                    reply(sql, space, row, id));
                    return record(row, id, end);
                },
                space,
                session.number());
    }

    static HiddenExchange hidden(ResultSet row) throws SQLException {
        return new HiddenExchange(
                Sql.hash(row, "link"),
                row.getInt("position"),
                Messages.decoded(row, "messages"),
                Messages.decoded(row, "reply"));
    }

    private static StepRecord record(ResultSet row, StepId id, @Nullable StepEnd end) throws SQLException {
        return new StepRecord(
                id,
                Sql.instant(row.getLong("at")),
                Sql.hash(row, "tip"),
                row.getInt("messages"),
                row.getString("model"),
                row.getString("policy"),
                row.getInt("bytes_in"),
                row.getInt("bytes_out"),
                DecisionRows.counted(row.getString("decided")),
                row.getInt("retries"),
                row.getString("failed_open"),
                end);
    }

    private static StepEnd end(ResultSet row, List<Usage> rounds, List<HiddenExchange> hidden, @Nullable Message reply)
            throws SQLException {
        return new StepEnd(
                row.getInt("status"),
                rounds,
                row.getLong("tokens_in"),
                row.getLong("tokens_out"),
                Duration.ofNanos(row.getLong("first_byte")),
                Duration.ofNanos(row.getLong("total")),
                row.getInt("retrievals"),
                hidden,
                reply,
                RouteJson.read(row.getString("route")),
                row.getString("reply_id"),
                row.getString("error"));
    }

    private static @Nullable Message reply(Sql sql, long space, ResultSet row, StepId step) throws SQLException {
        long reply = row.getLong("reply");
        return row.wasNull() ? null : message(sql, space, reply, step);
    }

    /** A message, or null where it is damaged: it is named, and reading goes on. */
    private static @Nullable Message message(Sql sql, long space, long id, Object of) {
        try {
            return Messages.get(sql, space, id).message();
        } catch (CorruptRecordException e) {
            LOG.warn("a message of {} is skipped: {}", of, e.getMessage());
            return null;
        }
    }

    /** The conversation as of the last step and its reply; a damaged message is left out. */
    static Optional<Transcript> transcript(Sql sql, long space, SessionRow session) {
        if (session.steps() == 0) {
            return Optional.empty();
        }
        List<Message> messages = messages(sql, space, session, session.tip());
        long reply = sql.number(
                "SELECT reply FROM steps WHERE space = ? AND session = ? AND number = ?",
                -1,
                space,
                session.number(),
                session.steps() - 1);
        Message answered = reply < 0 ? null : message(sql, space, reply, session.id());
        if (answered != null) {
            messages.add(answered);
        }
        return Optional.of(Transcript.of(messages));
    }

    /** The conversation that a step sent; a damaged message is left out. */
    static Optional<Transcript> request(Sql sql, long space, SessionRow session, int step) {
        return sql.first(
                        "SELECT tip FROM steps WHERE space = ? AND session = ? AND number = ?",
                        row -> Sql.hash(row, "tip"),
                        space,
                        session.number(),
                        step)
                .map(tip -> Transcript.of(messages(sql, space, session, tip)));
    }

    private static List<Message> messages(Sql sql, long space, SessionRow session, Hash end) {
        List<Message> messages = new ArrayList<>();
        for (long id : way(sql, space, session, end)) {
            Message message = message(sql, space, id, session.id());
            if (message != null) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** The messages from the root to a link of the chain. */
    private static List<Long> way(Sql sql, long space, SessionRow session, Hash end) {
        int[] parents = new int[session.links()];
        long[] messages = new long[session.links()];
        Arrays.fill(parents, -1);
        int[] at = {-1};
        byte[] tip = end.bytes();
        sql.list(
                "SELECT seq, parent, message, link FROM chain WHERE space = ? AND session = ?",
                row -> {
                    int seq = row.getInt("seq");
                    parents[seq] = row.getInt("parent");
                    messages[seq] = row.getLong("message");
                    if (Arrays.equals(tip, row.getBytes("link"))) {
                        at[0] = seq;
                    }
                    return true;
                },
                space,
                session.number());
        List<Long> way = new ArrayList<>();
        for (int seq = at[0]; seq >= 0; seq = parents[seq]) {
            way.add(messages[seq]);
        }
        Collections.reverse(way);
        return way;
    }
}
