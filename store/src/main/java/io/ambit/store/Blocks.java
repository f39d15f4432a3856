package io.ambit.store;

import io.ambit.core.message.PrivateText;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Texts, each stored once in a space under its hash. Longer ones are packed with zlib at its fastest level, which
 * makes source code, logs and JSON three to five times smaller at some hundred megabytes a second. Private text is
 * blanked; such a block keeps the original's hash and is marked as redacted.
 */
final class Blocks {
    /** Columns that {@link #text} reads, of table alias b. */
    static final String COLUMNS = "b.hash AS b_hash, b.size AS b_size, b.packed AS b_packed, b.redacted AS b_redacted,"
            + " b.bytes AS b_bytes";

    /** Below this, in bytes, packing gains less than it costs. */
    private static final int PACK_FROM = 2048;

    private Blocks() {}

    /** The number of the block that holds {@code text}, written where it is new. */
    static long put(Sql sql, long space, String text) {
        byte[] bytes = Utf8.encode(text);
        return put(sql, space, text, bytes, Hash.of(bytes));
    }

    private static long put(Sql sql, long space, String text, byte[] original, Hash hash) {
        long found = sql.number("SELECT id FROM blocks WHERE space = ? AND hash = ?", -1, space, hash);
        if (found >= 0) {
            return found;
        }
        boolean redacted = PrivateText.isPresent(text);
        byte[] bytes = redacted ? Utf8.encode(PrivateText.blank(text)) : original;
        byte[] packed = bytes.length < PACK_FROM ? bytes : pack(bytes);
        boolean smaller = packed.length < bytes.length;
        return sql.number(
                "INSERT INTO blocks (space, hash, size, packed, redacted, bytes) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                -1,
                space,
                hash,
                bytes.length,
                smaller,
                redacted,
                smaller ? packed : bytes);
    }

    /**
     * The text of the current row's block.
     *
     * @throws CorruptRecordException where the bytes are not those that were stored
     */
    static String text(ResultSet row) throws SQLException {
        byte[] stored = row.getBytes("b_bytes");
        Hash hash = Sql.hashOrNull(row, "b_hash");
        if (stored == null || hash == null) {
            throw new CorruptRecordException("a block is missing");
        }
        byte[] bytes = row.getInt("b_packed") == 0 ? stored : unpack(stored, row.getInt("b_size"));
        if (row.getInt("b_redacted") == 0 && !Hash.of(bytes).equals(hash)) {
            throw new CorruptRecordException("block " + hash.hex() + " does not have the content of its hash");
        }
        return Utf8.decode(bytes);
    }

    /**
     * The text of a block.
     *
     * @throws CorruptRecordException where it is missing or damaged
     */
    static String get(Sql sql, long space, long id) {
        return sql.first("SELECT " + COLUMNS + " FROM blocks b WHERE b.space = ? AND b.id = ?", Blocks::text, space, id)
                .orElseThrow(() -> new CorruptRecordException("block " + id + " is missing"));
    }

    private static byte[] pack(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length];
            int length = deflater.deflate(out);
            // What does not get smaller does not end within the buffer and is stored as it is.
            return deflater.finished() ? Arrays.copyOf(out, length) : bytes;
        }
    }

    private static byte[] unpack(byte[] packed, int size) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            byte[] out = new byte[size];
            if (inflater.inflate(out) != size) {
                throw new CorruptRecordException("a packed block is shorter than its size of " + size);
            }
            return out;
        } catch (DataFormatException | NegativeArraySizeException e) {
            throw new CorruptRecordException("a packed block cannot be read: " + e.getMessage());
        }
    }
}
