package io.ambit.store;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.SessionMatch;
import io.ambit.core.session.SessionMatch.Candidate;
import java.util.ArrayList;
import java.util.List;

/** Finds the sessions that a request may belong to; {@link SessionMatch} chooses among them. */
final class SessionSearch {
    /** Sessions whose name does not keep them apart from the request's. */
    private static final String NOT_SEPARATE =
            " AND (s.client_session IS NULL OR ?1 IS NULL OR s.client_session = ?1) ORDER BY s.last_request DESC";

    private SessionSearch() {}

    static List<Candidate> candidates(Sql sql, long space, Arrival arrival) {
        Transcript transcript = arrival.transcript();
        int size = transcript.size();
        String name = arrival.clientSession();
        List<Candidate> found = new ArrayList<>(sql.readable(
                "SELECT * FROM sessions s WHERE s.space = ?2 AND s.last_body = ?3" + NOT_SEPARATE + " LIMIT 20",
                row -> SessionRow.read(row).candidate(size),
                name,
                space,
                arrival.body()));
        if (!found.isEmpty()) {
            return found;
        }
        int told = SessionMatch.lengthWithAssistant(transcript);
        if (told <= size) {
            int longest = told
                    - 1
                    + SessionMatch.longestKnown(size - told + 1, more -> isKnown(sql, space, arrival, told - 1 + more));
            if (longest >= told) {
                found.addAll(sharing(sql, space, arrival, longest));
            }
        }
        // Before the first assistant message a beginning joins only where it is all that a session has.
        for (int length = Math.min(told, size) - 1; length > 0 && found.isEmpty(); length--) {
            int shared = length;
            found.addAll(sql.readable(
                    "SELECT * FROM sessions s WHERE s.space = ?2 AND s.tip = ?3" + NOT_SEPARATE + " LIMIT 20",
                    row -> SessionRow.read(row).candidate(shared),
                    name,
                    space,
                    transcript.chain().get(length - 1)));
        }
        if (arrival.previousReply() != null) {
            found.addAll(sql.readable(
                    "SELECT s.* FROM steps t CROSS JOIN sessions s ON s.id = t.session"
                            + " WHERE t.space = ?2 AND t.reply_id = ?3 AND t.reply_id <> ''" + NOT_SEPARATE
                            + " LIMIT 20",
                    row -> SessionRow.read(row).candidate(0, true),
                    name,
                    space,
                    arrival.previousReply()));
        }
        if (name != null) {
            found.addAll(sql.readable(
                    "SELECT * FROM sessions s WHERE s.space = ?2 AND s.client_session = ?1"
                            + " ORDER BY s.last_request DESC LIMIT 1",
                    row -> SessionRow.read(row).candidate(0),
                    name,
                    space));
        }
        return found;
    }

    private static boolean isKnown(Sql sql, long space, Arrival arrival, int length) {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM chain c CROSS JOIN sessions s ON s.id = c.session"
                                + " WHERE c.space = ?2 AND c.link = ?3"
                                + " AND (s.client_session IS NULL OR ?1 IS NULL OR s.client_session = ?1))",
                        0,
                        arrival.clientSession(),
                        space,
                        arrival.transcript().chain().get(length - 1))
                != 0;
    }

    private static List<Candidate> sharing(Sql sql, long space, Arrival arrival, int length) {
        return sql.readable(
                "SELECT s.* FROM chain c CROSS JOIN sessions s ON s.id = c.session"
                        + " WHERE c.space = ?2 AND c.link = ?3" + NOT_SEPARATE + " LIMIT 20",
                row -> SessionRow.read(row).candidate(length),
                arrival.clientSession(),
                space,
                arrival.transcript().chain().get(length - 1));
    }
}
