package io.ambit.store;

import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.VerifyReport;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads everything as queries would, hashes it again, and follows every reference. */
final class Verification {
    /** Faults told in words; of more only the number is given. */
    private static final int TOLD = 1000;

    /** References, and what is wrong where one leads nowhere. Each query selects a description. */
    private static final List<String> REFERENCES = List.of(
            "SELECT 'part ' || p.part || ' of message ' || p.message || ' has no block' FROM parts p"
                    + " WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.id = p.block AND b.space = p.space)",
            "SELECT 'part ' || p.part || ' belongs to no message (' || p.message || ')' FROM parts p"
                    + " WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = p.message AND m.space = p.space)",
            "SELECT 'a tool call of session ' || s.name || ' has no result' FROM tool_calls t"
                    + " JOIN sessions s ON s.id = t.session"
                    + " WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.id = t.result AND b.space = t.space)",
            "SELECT 'a tool call of session ' || s.name || ' has no arguments' FROM tool_calls t"
                    + " JOIN sessions s ON s.id = t.session WHERE t.arguments IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.id = t.arguments AND b.space = t.space)",
            "SELECT 'output ' || o.id || ' of session ' || s.name || ' has no text' FROM outputs o"
                    + " JOIN sessions s ON s.id = o.session"
                    + " WHERE NOT EXISTS (SELECT 1 FROM blocks b WHERE b.id = o.block AND b.space = o.space)",
            "SELECT 'the cut ' || d.output || ' of session ' || s.name || ' has no original' FROM decisions d"
                    + " JOIN sessions s ON s.id = d.session WHERE d.output IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM outputs o WHERE o.space = d.space AND o.session = d.session AND o.id = d.output)",
            "SELECT 'step ' || t.number || ' of session ' || s.name || ' ends at no message' FROM steps t"
                    + " JOIN sessions s ON s.id = t.session WHERE t.messages > 0 AND NOT EXISTS"
                    + " (SELECT 1 FROM chain c WHERE c.space = t.space AND c.link = t.tip AND c.session = t.session)",
            "SELECT 'step ' || t.number || ' of session ' || s.name || ' has lost its reply' FROM steps t"
                    + " JOIN sessions s ON s.id = t.session WHERE t.reply IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = t.reply AND m.space = t.space)",
            "SELECT 'a tool that session ' || s.name || ' was offered has no definition' FROM tool_offers o"
                    + " JOIN sessions s ON s.id = o.session WHERE NOT EXISTS"
                    + " (SELECT 1 FROM tool_definitions d WHERE d.id = o.definition AND d.space = o.space)",
            "SELECT 'session ' || s.name || ' has ' || s.steps || ' steps, of which '"
                    + " || (SELECT COUNT(*) FROM steps t WHERE t.space = s.space AND t.session = s.id)"
                    + " || ' are recorded' FROM sessions s WHERE s.steps <>"
                    + " (SELECT COUNT(*) FROM steps t WHERE t.space = s.space AND t.session = s.id)");

    private final Sql sql;
    private final List<String> faults = new ArrayList<>();
    private long untold;

    private Verification(Sql sql) {
        this.sql = sql;
    }

    static VerifyReport of(Sql sql) {
        Verification verification = new Verification(sql);
        verification.file();
        verification.blocks();
        verification.messages();
        verification.chains();
        verification.decisions();
        for (String query : REFERENCES) {
            sql.list(query, row -> row.getString(1)).forEach(verification::fault);
        }
        if (verification.untold > 0) {
            verification.faults.add("and " + verification.untold + " more");
        }
        return new VerifyReport(
                verification.count("blocks"),
                verification.count("messages"),
                verification.count("sessions"),
                verification.count("steps"),
                verification.faults);
    }

    private void file() {
        for (String said : sql.list("PRAGMA quick_check(100)", row -> row.getString(1))) {
            if (!said.equals("ok")) {
                fault("database file: " + said);
            }
        }
    }

    private void blocks() {
        for (long id : ids("blocks")) {
            try {
                Blocks.get(sql, sql.number("SELECT space FROM blocks WHERE id = ?", -1, id), id);
            } catch (CorruptRecordException e) {
                fault(e.getMessage());
            }
        }
    }

    private void messages() {
        for (long id : ids("messages")) {
            try {
                Messages.Stored stored =
                        Messages.get(sql, sql.number("SELECT space FROM messages WHERE id = ?", -1, id), id);
                Message read = stored.message();
                Message again = Message.of(read.role(), read.parts(), read.extras(), read.span());
                if (!stored.redacted() && !again.hash().equals(read.hash())) {
                    fault("message " + read.hash().hex() + " does not have the content of its hash");
                }
            } catch (CorruptRecordException e) {
                fault(e.getMessage());
            }
        }
    }

    private void chains() {
        record Session(long space, long number, String name, int links) {}
        List<Session> sessions = sql.list(
                "SELECT space, id, name, links FROM sessions",
                row -> new Session(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4)));
        for (Session session : sessions) {
            record Link(
                    int seq,
                    int parent,
                    @Nullable Hash link,
                    @Nullable Hash message) {}
            List<Link> links = sql.list(
                    "SELECT c.seq, c.parent, c.link, m.hash FROM chain c"
                            + " LEFT JOIN messages m ON m.id = c.message AND m.space = c.space"
                            + " WHERE c.space = ? AND c.session = ? ORDER BY c.seq",
                    row -> new Link(
                            row.getInt(1), row.getInt(2), Sql.hashOrNull(row, "link"), Sql.hashOrNull(row, "hash")),
                    session.space(),
                    session.number());
            if (links.size() != session.links()) {
                fault("session " + session.name() + " has " + session.links() + " messages, of which " + links.size()
                        + " are recorded");
            }
            Map<Integer, Hash> seen = new HashMap<>();
            seen.put(-1, Transcript.ROOT);
            for (Link link : links) {
                Hash before = seen.get(link.parent());
                if (before == null || link.link() == null || link.message() == null) {
                    fault("link " + link.seq() + " of session " + session.name() + " leads nowhere");
                } else if (!before.then(link.message()).equals(link.link())) {
                    fault("link " + link.seq() + " of session " + session.name() + " does not follow from its message");
                }
                if (link.link() != null) {
                    seen.put(link.seq(), link.link());
                }
            }
        }
    }

    private void decisions() {
        record Session(long space, long number, String name) {}
        for (Session session : sql.list(
                "SELECT space, id, name FROM sessions",
                row -> new Session(row.getLong(1), row.getLong(2), row.getString(3)))) {
            long recorded = sql.number(
                    "SELECT COUNT(*) FROM decisions WHERE space = ? AND session = ?",
                    0,
                    session.space(),
                    session.number());
            long read = DecisionRows.all(sql, session.space(), session.number()).size();
            if (read < recorded) {
                fault((recorded - read) + " decisions of session " + session.name() + " cannot be read");
            }
        }
    }

    private List<Long> ids(String table) {
        return sql.list("SELECT id FROM " + table, row -> row.getLong(1));
    }

    private long count(String table) {
        return sql.number("SELECT COUNT(*) FROM " + table, 0);
    }

    private void fault(@Nullable String words) {
        if (faults.size() < TOLD) {
            faults.add(String.valueOf(words));
        } else {
            untold++;
        }
    }
}
