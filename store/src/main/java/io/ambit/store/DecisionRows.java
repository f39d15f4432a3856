package io.ambit.store;

import io.ambit.core.message.PrivateText;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decisions as rows: one for each part, message or place that something was decided about. */
final class DecisionRows {
    private DecisionRows() {}

    static void put(Sql sql, long space, long session, PartKey key, Decision decision) {
        switch (decision) {
            case Decision.Keep ignored -> put(sql, space, session, key, "keep", null, null, null, 0);
            case Decision.Drop ignored -> put(sql, space, session, key, "drop", null, null, null, 0);
            case Decision.Insert insert -> put(sql, space, session, key, "insert", null, null, insert.text(), 0);
            case Decision.Note note -> put(sql, space, session, key, "note", null, null, note.text(), 0);
            case Decision.Rewrite rewrite ->
                put(sql, space, session, key, "rewrite", null, null, rewrite.shown(), rewrite.tokensSaved());
            case Decision.Cut cut ->
                put(sql, space, session, key, "cut", cut.id(), null, cut.shown(), cut.tokensSaved());
            case Decision.Point point ->
                put(sql, space, session, key, "point", point.id(), point.to(), point.shown(), point.tokensSaved());
        }
    }

    private static void put(
            Sql sql,
            long space,
            long session,
            PartKey key,
            String kind,
            @Nullable OutputId output,
            @Nullable PartKey to,
            @Nullable String shown,
            int saved) {
        if (shown != null && PrivateText.isPresent(shown)) {
            // Blanked, it would be forwarded blanked after a restart. Left out, it is decided anew, on the same text.
            sql.run(
                    "DELETE FROM decisions WHERE space = ? AND session = ? AND link = ? AND part = ?",
                    space,
                    session,
                    key.chain(),
                    key.part());
            return;
        }
        sql.run(
                "INSERT OR REPLACE INTO decisions"
                        + " (space, session, link, part, kind, output, to_link, to_part, shown, saved)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                space,
                session,
                key.chain(),
                key.part(),
                kind,
                output == null ? null : output.value(),
                to == null ? null : to.chain(),
                to == null ? null : to.part(),
                shown == null ? null : Utf8.encode(shown),
                saved);
    }

    /** All decisions of a session; one that cannot be read is left out, and so made anew. */
    static Map<PartKey, Decision> all(Sql sql, long space, long session) {
        Map<PartKey, Decision> all = new HashMap<>();
        sql.readable(
                "SELECT * FROM decisions WHERE space = ? AND session = ?",
                row -> all.put(new PartKey(Sql.hash(row, "link"), row.getInt("part")), read(row)),
                space,
                session);
        return all;
    }

    private static Decision read(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String shown = Messages.decoded(row, "shown");
        int saved = row.getInt("saved");
        return switch (kind == null ? "" : kind) {
            case "keep" -> Decision.KEEP;
            case "drop" -> Decision.DROP;
            case "insert" -> new Decision.Insert(shown);
            case "note" -> new Decision.Note(shown);
            case "rewrite" -> new Decision.Rewrite(shown, saved);
            case "cut" -> new Decision.Cut(new OutputId(required(row.getString("output"))), shown, saved);
            case "point" ->
                new Decision.Point(
                        new OutputId(required(row.getString("output"))),
                        new PartKey(Sql.hash(row, "to_link"), row.getInt("to_part")),
                        shown,
                        saved);
            default -> throw new CorruptRecordException("a decision has the kind '" + kind + "'");
        };
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new CorruptRecordException("a decision has no output");
        }
        return text;
    }

    /** How many of each kind there are, "cut 3 drop 1"; what is kept is not counted. */
    static String counts(Map<PartKey, Decision> changed) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Decision decision : changed.values()) {
            switch (decision) {
                case Decision.Keep ignored -> {}
                case Decision.Cut ignored -> counts.merge("cut", 1, Integer::sum);
                case Decision.Point ignored -> counts.merge("point", 1, Integer::sum);
                case Decision.Rewrite ignored -> counts.merge("rewrite", 1, Integer::sum);
                case Decision.Drop ignored -> counts.merge("drop", 1, Integer::sum);
                case Decision.Insert ignored -> counts.merge("insert", 1, Integer::sum);
                case Decision.Note ignored -> counts.merge("note", 1, Integer::sum);
            }
        }
        StringBuilder out = new StringBuilder();
        counts.forEach((kind, count) ->
                out.append(out.isEmpty() ? "" : " ").append(kind).append(' ').append(count));
        return out.toString();
    }

    /** Reads {@link #counts} back. */
    static Map<String, Integer> counted(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        String[] words = text.isEmpty() ? new String[0] : text.split(" ", -1);
        for (int w = 0; w + 1 < words.length; w += 2) {
            counts.put(words[w], Integer.valueOf(words[w + 1]));
        }
        return counts;
    }
}
