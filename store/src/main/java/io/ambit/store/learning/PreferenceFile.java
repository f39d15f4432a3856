package io.ambit.store.learning;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.PieceUse;
import io.ambit.core.session.Space;
import io.ambit.core.spi.PreferenceStore;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.store.file.PrivateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Preferences in {@code learning/context-preferences.json}: by space, task and role how often a piece was offered and
 * opened. The file is read at each call and changed under a lock that all processes share. One that cannot be read
 * counts as empty, and the next write replaces it: what is learned from use must not stand in the way of use.
 */
public final class PreferenceFile implements PreferenceStore {
    private static final String FOLDER = "learning";
    private static final String NAME = "context-preferences.json";
    private static final String OFFERED = "offered";
    private static final String OPENED = "opened";

    private final Path file;

    /** @param home the data folder */
    public PreferenceFile(Path home) {
        this.file = home.resolve(FOLDER).resolve(NAME);
    }

    public Path file() {
        return file;
    }

    @Override
    public List<PieceUse> uses(Space space) {
        return new ArrayList<>(read().getOrDefault(space.id(), Map.of()).values());
    }

    @Override
    public void add(Space space, List<PieceUse> uses) {
        PrivateFile.alone(file, () -> {
            Map<String, Map<String, PieceUse>> spaces = read();
            Map<String, PieceUse> kept = spaces.computeIfAbsent(space.id(), any -> new TreeMap<>());
            uses.forEach(use -> kept.merge(key(use), use, PieceUse::plus));
            write(spaces);
            return kept;
        });
    }

    @Override
    public void reset(Space space) {
        PrivateFile.alone(file, () -> {
            Map<String, Map<String, PieceUse>> spaces = read();
            if (spaces.remove(space.id()) != null) {
                write(spaces);
            }
            return spaces;
        });
    }

    private static String key(PieceUse use) {
        return use.task() + "\n" + use.role();
    }

    private void write(Map<String, Map<String, PieceUse>> spaces) {
        Map<String, Object> tree = new LinkedHashMap<>();
        spaces.forEach((space, uses) -> {
            Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();
            uses.values()
                    .forEach(use -> tasks.computeIfAbsent(use.task(), any -> new LinkedHashMap<>())
                            .put(use.role(), counts(use)));
            tree.put(space, tasks);
        });
        PrivateFile.write(file, JsonTree.write(Map.of("spaces", tree)) + "\n");
    }

    private static Map<String, Object> counts(PieceUse use) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put(OFFERED, use.offered());
        counts.put(OPENED, use.opened());
        return counts;
    }

    private Map<String, Map<String, PieceUse>> read() {
        Map<String, Map<String, PieceUse>> spaces = new TreeMap<>();
        String text = PrivateFile.read(file).orElse("");
        if (text.isBlank()) {
            return spaces;
        }
        try {
            for (Json.Member space : members(Json.parse(text).get("spaces"))) {
                Map<String, PieceUse> uses = spaces.computeIfAbsent(space.name().value(), any -> new TreeMap<>());
                for (Json.Member task : members(space.value())) {
                    for (Json.Member role : members(task.value())) {
                        PieceUse use = new PieceUse(
                                task.name().value(),
                                role.name().value(),
                                count(role.value(), OFFERED),
                                count(role.value(), OPENED));
                        uses.put(key(use), use);
                    }
                }
            }
            return spaces;
        } catch (AmbitException | IllegalArgumentException e) {
            return new TreeMap<>();
        }
    }

    private static List<Json.Member> members(@Nullable Json value) {
        return value instanceof Json.Obj object ? object.members() : List.of();
    }

    private static long count(Json value, String name) {
        return value.get(name) instanceof Json.Num number ? Math.max(0, number.asLong(0)) : 0;
    }
}
