package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.PrivateText;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Utf8;

/** Writes how a step ended, in the caller's transaction, in place of what was written of that before. */
final class StepEnds {
    private StepEnds() {}

    /** Returns whether the session's state changed by it. */
    static boolean write(Sql sql, long space, SessionRow session, int step, StepEnd end) {
        Long reply = end.reply() == null ? null : Messages.put(sql, space, end.reply());
        long earlierReply = sql.number(
                "SELECT reply FROM steps WHERE space = ? AND session = ? AND number = ?",
                -1,
                space,
                session.number(),
                step);
        int found = sql.run(
                "UPDATE steps SET ended = 1, status = ?, tokens_in = ?, tokens_out = ?, first_byte = ?, total = ?,"
                        + " retrievals = ?, reply = ?, route = ?, reply_id = ?, error = ? WHERE space = ? AND session = ? AND number = ?",
                end.status(),
                end.tokensIn(),
                end.tokensOut(),
                end.firstByte(),
                end.total(),
                end.retrievals(),
                reply,
                RouteJson.write(end.route()),
                end.replyId(),
                PrivateText.blank(end.error()),
                space,
                session.number(),
                step);
        if (found == 0) {
            throw new AmbitException("step " + step + " of session " + session.id() + " is not in the ledger");
        }
        if (earlierReply >= 0) {
            Sweep.message(sql, space, earlierReply);
        }
        sql.run("DELETE FROM usages WHERE space = ? AND session = ? AND step = ?", space, session.number(), step);
        for (int round = 0; round < end.rounds().size(); round++) {
            Usage usage = end.rounds().get(round);
            sql.run(
                    "INSERT INTO usages (space, session, step, round, input, cached, output)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    space,
                    session.number(),
                    step,
                    round,
                    usage.input(),
                    usage.cached(),
                    usage.output());
        }

        int replaced = sql.run(
                "DELETE FROM hidden_exchanges WHERE space = ? AND session = ? AND step = ?",
                space,
                session.number(),
                step);
        for (HiddenExchange hidden : end.hidden()) {
            sql.run(
                    "INSERT OR REPLACE INTO hidden_exchanges (space, session, step, link, position, messages, reply)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    space,
                    session.number(),
                    step,
                    hidden.after(),
                    hidden.order(),
                    Utf8.encode(PrivateText.blank(hidden.messages())),
                    Utf8.encode(hidden.reply()));
        }
        sql.run(
                "UPDATE sessions SET revision = revision + 1, route = ? WHERE id = ?",
                RouteJson.write(end.route()),
                session.number());
        return replaced > 0 || !end.hidden().isEmpty();
    }
}
