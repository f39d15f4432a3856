package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.ToolFailure;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.SessionMatch;
import io.ambit.core.session.StepStart;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import io.ambit.store.Messages.BlockRef;
import java.util.Map;
import java.util.OptionalLong;

/** Writes the beginning of a step, all in the caller's transaction: only what the session did not have. */
final class StepStarts {
    private static final int NOT_FOUND = -2;

    private StepStarts() {}

    /** Records a step and returns its number; for a retry that of the step that it repeats. */
    static int write(Sql sql, long space, SessionRow session, StepStart start, Map<PartKey, Decision> changed) {
        Arrival arrival = start.arrival();
        Transcript transcript = arrival.transcript();
        int added = writeChain(sql, space, session, transcript);
        for (Map.Entry<PartKey, Decision> decision : changed.entrySet()) {
            DecisionRows.put(sql, space, session.number(), decision.getKey(), decision.getValue());
            switch (decision.getValue()) {
                case Decision.Cut cut -> show(sql, space, session, decision.getKey(), cut.id());
                case Decision.Point point -> show(sql, space, session, decision.getKey(), point.id());
                default -> {}
            }
        }
        boolean retry = session.steps() > 0 && arrival.body().equals(session.lastBody());
        int number = retry ? session.steps() - 1 : session.steps();
        if (retry) {
            sql.run(
                    "UPDATE steps SET retries = retries + 1 WHERE space = ? AND session = ? AND number = ?",
                    space,
                    session.number(),
                    number);
        } else {
            sql.run(
                    "INSERT INTO steps (space, session, number, at, tip, messages, model, policy, bytes_in, bytes_out,"
                            + " decided, retries, failed_open, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0)",
                    space,
                    session.number(),
                    number,
                    arrival.at(),
                    transcript.tip(),
                    transcript.size(),
                    arrival.model(),
                    start.policy(),
                    start.bytesIn(),
                    start.bytesOut(),
                    DecisionRows.counts(changed),
                    start.failedOpen());
        }
        sql.run(
                "UPDATE sessions SET client_session = COALESCE(client_session, ?), model = ?, last_request = ?,"
                        + " steps = ?, branches = branches + ?, links = links + ?, tip = ?, tip_length = ?,"
                        + " last_body = ?, retrieve_tool = MAX(COALESCE(retrieve_tool, 0), ?), boundary = ?,"
                        + " revision = revision + 1 WHERE id = ?",
                arrival.clientSession(),
                arrival.model(),
                arrival.at(),
                number + 1,
                retry || session.steps() == 0 || goesOn(sql, space, session, arrival) ? 0 : 1,
                added,
                transcript.tip(),
                transcript.size(),
                arrival.body(),
                start.retrieveTool(),
                start.decisions().boundary(),
                session.number());
        return number;
    }

    /** Whether the request goes on from where the session stood: from its last request, or from a reply that it names. */
    private static boolean goesOn(Sql sql, long space, SessionRow session, Arrival arrival) {
        if (SessionMatch.continues(arrival.transcript(), session.candidate(0))) {
            return true;
        }
        return arrival.previousReply() != null
                && !arrival.previousReply().isEmpty()
                && sql.number(
                                "SELECT EXISTS (SELECT 1 FROM steps WHERE space = ? AND session = ? AND reply_id = ?)",
                                0,
                                space,
                                session.number(),
                                arrival.previousReply())
                        != 0;
    }

    /** Adds the messages that the session has not seen after these ones; returns how many. */
    private static int writeChain(Sql sql, long space, SessionRow session, Transcript transcript) {
        int known = SessionMatch.longestKnown(
                transcript.size(),
                length -> seqOf(sql, space, session, transcript.chain().get(length - 1)) != NOT_FOUND);
        int parent =
                known == 0 ? -1 : seqOf(sql, space, session, transcript.chain().get(known - 1));
        int firstSeq = session.links();
        for (int m = known; m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            int seq = firstSeq + m - known;
            sql.run(
                    "INSERT INTO chain (space, session, seq, parent, length, link, message)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    space,
                    session.number(),
                    seq,
                    parent,
                    m + 1,
                    transcript.chain().get(m),
                    Messages.put(sql, space, message));
            parent = seq;
        }
        for (ToolExchange exchange : transcript.exchanges()) {
            if (exchange.messageIndex() >= known) {
                writeOutput(sql, space, session, transcript, exchange, firstSeq + exchange.messageIndex() - known);
            }
        }
        return transcript.size() - known;
    }

    private static int seqOf(Sql sql, long space, SessionRow session, Hash link) {
        return (int) sql.number(
                "SELECT seq FROM chain WHERE space = ? AND link = ? AND session = ?",
                NOT_FOUND,
                space,
                link,
                session.number());
    }

    private static void writeOutput(
            Sql sql, long space, SessionRow session, Transcript transcript, ToolExchange exchange, int seq) {
        BlockRef result = blockOf(
                sql,
                space,
                session,
                new PartKey(transcript.chain().get(exchange.messageIndex()), exchange.partIndex()));
        sql.run(
                "INSERT INTO tool_calls (space, session, seq, part, iteration, call, name, arguments, result, failed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                space,
                session.number(),
                seq,
                exchange.partIndex(),
                exchange.iteration(),
                Utf8.encode(exchange.result().callId()),
                exchange.call() == null ? null : Utf8.encode(exchange.call().name()),
                exchange.call() == null
                        ? null
                        : Blocks.put(sql, space, exchange.call().arguments()),
                result.id(),
                ToolFailure.isFailure(exchange.result().text()));
        nameOutput(sql, space, session, result);
    }

    /** Gives an output the shortest id that no other one of the session has. */
    private static void nameOutput(Sql sql, long space, SessionRow session, BlockRef block) {
        for (int length = OutputId.MIN_LENGTH; length <= OutputId.MAX_LENGTH; length++) {
            OutputId id = OutputId.of(block.hash(), length);
            OptionalLong holder = holder(sql, space, session, id);
            if (holder.isEmpty()) {
                putOutput(sql, space, session, id, block.id(), false);
                return;
            }
            if (holder.getAsLong() == block.id()) {
                return;
            }
        }
        throw new AmbitException("output " + block.hash().hex() + " finds no free id in session " + session.id());
    }

    /** Makes {@code id}, which a request is about to show, lead to the original of the part at {@code key}. */
    private static void show(Sql sql, long space, SessionRow session, PartKey key, OutputId id) {
        BlockRef block = blockOf(sql, space, session, key);
        OptionalLong holder = holder(sql, space, session, id);
        boolean isOthers = holder.isPresent() && holder.getAsLong() != block.id();
        if (isOthers && isShown(sql, space, session, id)) {
            throw new AmbitException("output id " + id + " of session " + session.id()
                    + " names another output already; the cut needs more digits");
        }
        putOutput(sql, space, session, id, block.id(), true);
        if (isOthers) {
            // No request has shown the other's id yet, so it can give way.
            Hash other = sql.first(
                            "SELECT hash FROM blocks WHERE id = ?",
                            row -> Hash.ofDigest(row.getBytes(1)),
                            holder.getAsLong())
                    .orElseThrow();
            nameOutput(sql, space, session, new BlockRef(holder.getAsLong(), other));
        }
    }

    private static OptionalLong holder(Sql sql, long space, SessionRow session, OutputId id) {
        long block = sql.number(
                "SELECT block FROM outputs WHERE space = ? AND session = ? AND id = ?",
                -1,
                space,
                session.number(),
                id.value());
        return block < 0 ? OptionalLong.empty() : OptionalLong.of(block);
    }

    private static boolean isShown(Sql sql, long space, SessionRow session, OutputId id) {
        return sql.number(
                        "SELECT shown FROM outputs WHERE space = ? AND session = ? AND id = ?",
                        0,
                        space,
                        session.number(),
                        id.value())
                != 0;
    }

    private static void putOutput(Sql sql, long space, SessionRow session, OutputId id, long block, boolean shown) {
        sql.run(
                "INSERT OR REPLACE INTO outputs (space, session, id, block, shown) VALUES (?, ?, ?, ?, ?)",
                space,
                session.number(),
                id.value(),
                block,
                shown);
    }

    private static BlockRef blockOf(Sql sql, long space, SessionRow session, PartKey key) {
        long message = sql.number(
                "SELECT message FROM chain WHERE space = ? AND link = ? AND session = ?",
                -1,
                space,
                key.chain(),
                session.number());
        return Messages.block(sql, space, message, key.part())
                .orElseThrow(() -> new AmbitException("a cut of session " + session.id() + " names part " + key.part()
                        + " at " + key.chain() + ", which no request of the session has"));
    }
}
