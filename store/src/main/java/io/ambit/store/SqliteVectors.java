package io.ambit.store;

import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import io.ambit.store.index.VectorCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The vectors of records, in the database that holds the records. */
final class SqliteVectors implements VectorCache {
    private static final String FIND =
            "SELECT hash, vector FROM embeddings WHERE space = ? AND record = ? AND passage = ? AND model = ?";

    private final Database database;
    private final Spaces spaces;

    SqliteVectors(Database database, Spaces spaces) {
        this.database = database;
        this.spaces = spaces;
    }

    @Override
    public Map<Key, byte[]> find(Space space, String model, List<Key> keys) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty() || keys.isEmpty()) {
            return Map.of();
        }
        return database.read(sql -> {
            Map<Key, byte[]> found = new HashMap<>();
            for (Key key : keys) {
                long record = RecordRow.number(sql, number.getAsLong(), key.id());
                sql.first(
                                FIND,
                                row -> Hash.ofDigest(row.getBytes(1)).equals(key.text())
                                        ? row.getBytes(2)
                                        : new byte[0],
                                number.getAsLong(),
                                record,
                                key.passage(),
                                model)
                        .filter(vector -> vector.length > 0)
                        .ifPresent(vector -> found.put(key, vector));
            }
            return found;
        });
    }

    @Override
    public void keep(Space space, String model, Map<Key, byte[]> vectors) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty()) {
            return;
        }
        database.write(sql -> {
            Map<RecordId, Long> records = new HashMap<>();
            vectors.forEach((key, vector) -> {
                Long record = records.get(key.id());
                if (record == null) {
                    record = RecordRow.number(sql, number.getAsLong(), key.id());
                    records.put(key.id(), record);
                    remove(sql, number.getAsLong(), record);
                }
                if (record >= 0) {
                    sql.run(
                            "INSERT INTO embeddings (space, record, passage, model, hash, vector)"
                                    + " VALUES (?, ?, ?, ?, ?, ?)",
                            number.getAsLong(),
                            record,
                            key.passage(),
                            model,
                            key.text().bytes(),
                            vector);
                }
            });
            return records.size();
        });
    }

    /** Removes the vectors of a record. */
    static void remove(Sql sql, long space, long record) {
        sql.run("DELETE FROM embeddings WHERE space = ? AND record = ?", space, record);
    }
}
