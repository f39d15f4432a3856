package io.ambit.store;

import java.util.List;

/** Removes messages and blocks that nothing uses any more, in the caller's transaction. */
final class Sweep {
    private Sweep() {}

    /** Removes a message, and the blocks that only it used, unless a session's chain or a reply still has it. */
    static void message(Sql sql, long space, long message) {
        boolean used = sql.number(
                        "SELECT EXISTS (SELECT 1 FROM chain WHERE space = ?1 AND message = ?2)"
                                + " OR EXISTS (SELECT 1 FROM steps WHERE space = ?1 AND reply = ?2)",
                        0,
                        space,
                        message)
                != 0;
        if (used) {
            return;
        }
        List<Long> blocks = sql.list(
                "SELECT block FROM parts WHERE space = ?1 AND message = ?2"
                        + " UNION SELECT extras FROM messages WHERE space = ?1 AND id = ?2 AND extras IS NOT NULL",
                row -> row.getLong(1),
                space,
                message);
        sql.run("DELETE FROM parts WHERE space = ? AND message = ?", space, message);
        sql.run("DELETE FROM messages WHERE space = ? AND id = ?", space, message);
        for (long block : blocks) {
            sql.run(
                    "DELETE FROM blocks WHERE space = ?1 AND id = ?2"
                            + " AND NOT EXISTS (SELECT 1 FROM parts WHERE space = ?1 AND block = ?2)"
                            + " AND NOT EXISTS (SELECT 1 FROM messages WHERE space = ?1 AND extras = ?2)",
                    space,
                    block);
        }
    }
}
