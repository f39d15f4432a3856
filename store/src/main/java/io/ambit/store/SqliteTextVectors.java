package io.ambit.store;

import io.ambit.core.session.Space;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The vectors of a space's texts that are no records, in a table of the database of the data folder. */
final class SqliteTextVectors implements TextVectors {
    private final Database database;
    private final Spaces spaces;
    private final Space space;
    private final String table;

    SqliteTextVectors(Database database, Spaces spaces, Space space, String table) {
        this.table = table;
        this.database = database;
        this.spaces = spaces;
        this.space = space;
    }

    @Override
    public Map<Hash, byte[]> find(String model, Collection<Hash> texts) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty() || texts.isEmpty()) {
            return Map.of();
        }
        return database.read(sql -> {
            Map<Hash, byte[]> found = new HashMap<>();
            for (Hash text : texts) {
                sql.first(
                                "SELECT vector FROM " + table + " WHERE space = ? AND hash = ? AND model = ?",
                                row -> row.getBytes(1),
                                number.getAsLong(),
                                text,
                                model)
                        .ifPresent(vector -> found.put(text, vector));
            }
            return found;
        });
    }

    @Override
    public void keep(String model, Map<Hash, byte[]> vectors) {
        long number = spaces.number(space);
        database.write(sql -> {
            vectors.forEach((text, vector) -> sql.run(
                    "INSERT INTO " + table + " (space, hash, model, vector) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    number,
                    text,
                    model,
                    vector));
            return vectors.size();
        });
    }

    @Override
    public void retain(Set<Hash> texts) {
        OptionalLong number = spaces.find(space);
        if (number.isEmpty()) {
            return;
        }
        List<Hash> gone = database
                .read(sql -> sql.list(
                        "SELECT DISTINCT hash FROM " + table + " WHERE space = ?",
                        row -> Sql.hash(row, "hash"),
                        number.getAsLong()))
                .stream()
                .filter(hash -> !texts.contains(hash))
                .toList();
        if (!gone.isEmpty()) {
            database.write(sql -> {
                gone.forEach(hash ->
                        sql.run("DELETE FROM " + table + " WHERE space = ? AND hash = ?", number.getAsLong(), hash));
                return gone.size();
            });
        }
    }
}
