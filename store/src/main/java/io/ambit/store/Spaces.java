package io.ambit.store;

import io.ambit.core.session.Space;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers that spaces have in the tables. A space's row is never removed, so a number once read stays right. */
final class Spaces {
    private static final String FIND = "SELECT id FROM spaces WHERE name = ?";

    private final Database database;
    private final Map<Space, Long> known = new ConcurrentHashMap<>();

    Spaces(Database database) {
        this.database = database;
    }

    /** The number of a space; none where nothing was ever recorded in it. */
    OptionalLong find(Space space) {
        Long cached = known.get(space);
        if (cached != null) {
            return OptionalLong.of(cached);
        }
        long found = database.read(sql -> sql.number(FIND, -1, space.id()));
        if (found < 0) {
            return OptionalLong.empty();
        }
        known.put(space, found);
        return OptionalLong.of(found);
    }

    /** The number of a space, which gets one where it has none. */
    long number(Space space) {
        OptionalLong found = find(space);
        if (found.isPresent()) {
            return found.getAsLong();
        }
        // In a transaction of its own: a number that is rolled back must not have been remembered.
        database.write(sql -> sql.run("INSERT INTO spaces (name) VALUES (?) ON CONFLICT DO NOTHING", space.id()));
        return find(space).orElseThrow();
    }

    List<Space> withSessions() {
        return database.read(sql -> sql.list(
                "SELECT name FROM spaces s WHERE EXISTS (SELECT 1 FROM sessions WHERE space = s.id) ORDER BY name",
                row -> new Space(row.getString(1))));
    }
}
