package io.ambit.store;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages, each stored once in a space under its hash, with their texts in {@link Blocks}. */
final class Messages {
    private static final String NO_EXTRAS = "{}";
    /** In place of a hash that is damaged itself. */
    private static final Hash NO_HASH = new Hash(0, 0, 0, 0);

    private Messages() {}

    /** A message as read, and whether its texts are the originals. */
    record Stored(Message message, boolean redacted) {}

    /** The number of {@code message}, written where it is new. */
    static long put(Sql sql, long space, Message message) {
        long found = sql.number("SELECT id FROM messages WHERE space = ? AND hash = ?", -1, space, message.hash());
        if (found >= 0) {
            return found;
        }
        Long extras = message.extras().equals(NO_EXTRAS) ? null : Blocks.put(sql, space, message.extras());
        long id = sql.number(
                "INSERT INTO messages (space, hash, role, extras) VALUES (?, ?, ?, ?) RETURNING id",
                -1,
                space,
                message.hash(),
                message.role().name(),
                extras);
        for (int p = 0; p < message.parts().size(); p++) {
            Part part = message.parts().get(p);
            long block = Blocks.put(sql, space, part.text());
            switch (part) {
                case Part.Text ignored -> putPart(sql, space, id, p, "text", null, null, block);
                case Part.ToolCall call -> putPart(sql, space, id, p, "call", call.id(), call.name(), block);
                case Part.ToolResult result -> putPart(sql, space, id, p, "result", result.callId(), null, block);
                case Part.Opaque opaque -> putPart(sql, space, id, p, "opaque", opaque.kind(), null, block);
            }
        }
        return id;
    }

    private static void putPart(
            Sql sql,
            long space,
            long message,
            int part,
            String kind,
            @Nullable String ref,
            @Nullable String name,
            long block) {
        sql.run(
                "INSERT INTO parts (space, message, part, kind, ref, name, block) VALUES (?, ?, ?, ?, ?, ?, ?)",
                space,
                message,
                part,
                kind,
                ref == null ? null : Utf8.encode(ref),
                name == null ? null : Utf8.encode(name),
                block);
    }

    /** A block's number and the hash of its original text. */
    record BlockRef(long id, Hash hash) {}

    /** The block that holds a part's text. */
    static Optional<BlockRef> block(Sql sql, long space, long message, int part) {
        return sql.first(
                "SELECT b.id, b.hash FROM parts p CROSS JOIN blocks b ON b.id = p.block"
                        + " WHERE p.space = ? AND p.message = ? AND p.part = ?",
                row -> new BlockRef(row.getLong("id"), hash(row)),
                space,
                message,
                part);
    }

    /**
     * Reads a message back; its hash is the one it was stored under.
     *
     * @throws CorruptRecordException where it cannot be rebuilt
     */
    static Stored get(Sql sql, long space, long id) {
        record Head(Hash hash, Role role, @Nullable Long extras) {}
        Head head = sql.first(
                        "SELECT hash, role, extras FROM messages WHERE space = ? AND id = ?",
                        row -> {
                            long number = row.getLong("extras");
                            Long extras = row.wasNull() ? null : number;
                            return new Head(hash(row), role(row.getString("role")), extras);
                        },
                        space,
                        id)
                .orElseThrow(() -> new CorruptRecordException("message " + id + " is missing"));
        boolean[] redacted = {false};
        List<Part> parts = sql.list(
                "SELECT p.kind, p.ref, p.name, " + Blocks.COLUMNS + " FROM parts p"
                        + " LEFT JOIN blocks b ON b.id = p.block AND b.space = p.space"
                        + " WHERE p.space = ? AND p.message = ? ORDER BY p.part",
                row -> {
                    redacted[0] |= row.getInt("b_redacted") != 0;
                    return part(row);
                },
                space,
                id);
        String extras = NO_EXTRAS;
        if (head.extras() != null) {
            extras = sql.first(
                            "SELECT " + Blocks.COLUMNS + " FROM blocks b WHERE b.space = ? AND b.id = ?",
                            row -> {
                                redacted[0] |= row.getInt("b_redacted") != 0;
                                return Blocks.text(row);
                            },
                            space,
                            head.extras())
                    .orElseThrow(() -> new CorruptRecordException("extras of message " + id + " are missing"));
        }
        return new Stored(new Message(head.role(), parts, extras, head.hash(), Span.NONE), redacted[0]);
    }

    /** The bytes of a column as text, "" where it is null. */
    static String decoded(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? "" : Utf8.decode(bytes);
    }

    private static Hash hash(ResultSet row) throws SQLException {
        Hash hash = Sql.hashOrNull(row, "hash");
        return hash == null ? NO_HASH : hash;
    }

    private static Role role(@Nullable String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw new CorruptRecordException("a message has the role '" + name + "'");
    }

    private static Part part(ResultSet row) throws SQLException {
        String text = Blocks.text(row);
        String ref = decoded(row, "ref");
        String kind = row.getString("kind");
        return switch (kind == null ? "" : kind) {
            case "text" -> new Part.Text(text, Span.NONE);
            case "call" -> new Part.ToolCall(ref, decoded(row, "name"), text, Span.NONE);
            case "result" -> new Part.ToolResult(ref, text, Span.NONE);
            case "opaque" -> new Part.Opaque(ref, text, Span.NONE);
            default -> throw new CorruptRecordException("a part has the kind '" + kind + "'");
        };
    }
}
