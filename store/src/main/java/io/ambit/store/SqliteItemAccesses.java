package io.ambit.store;

import io.ambit.core.item.ItemId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ItemAccesses;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** When the items of a space were last opened, in the database of the data folder: the newest 20,000 are kept. */
final class SqliteItemAccesses implements ItemAccesses {
    static final int KEPT = 20_000;

    private final Database database;
    private final Spaces spaces;
    private final Space space;
    private final int kept;

    SqliteItemAccesses(Database database, Spaces spaces, Space space, int kept) {
        this.database = database;
        this.spaces = spaces;
        this.space = space;
        this.kept = kept;
    }

    @Override
    public void opened(ItemId item, Instant at) {
        long number = spaces.number(space);
        database.write(sql -> {
            sql.run(
                    "INSERT INTO item_accesses (space, item, at) VALUES (?, ?, ?)"
                            + " ON CONFLICT (space, item) DO UPDATE SET at = max(at, excluded.at)",
                    number,
                    item.key(),
                    TimeBytes.of(at));
            return sql.run(
                    "DELETE FROM item_accesses WHERE space = ? AND at < (SELECT at FROM item_accesses WHERE space = ?"
                            + " ORDER BY at DESC LIMIT 1 OFFSET ?)",
                    number,
                    number,
                    kept - 1);
        });
    }

    @Override
    public Map<String, Instant> all() {
        OptionalLong number = spaces.find(space);
        Map<String, Instant> all = new HashMap<>();
        if (number.isPresent()) {
            database.read(sql -> sql.readable(
                            "SELECT item, at FROM item_accesses WHERE space = ?",
                            row -> Map.entry(row.getString(1), TimeBytes.read(row, "at")),
                            number.getAsLong()))
                    .forEach(access -> all.put(access.getKey(), access.getValue()));
        }
        return all;
    }
}
