package io.ambit.models.profile;

import io.ambit.core.error.AmbitException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A table of a TOML file, read key by key: a value of another type, and a key that nobody asked for, is an error. */
final class TomlTable {
    private final String path;
    private final Map<?, ?> values;
    private final Set<String> asked = new HashSet<>();

    /** @param path for messages, "" for the file's own table */
    TomlTable(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    private @Nullable Object get(String key) {
        asked.add(key);
        return values.get(key);
    }

    String text(String key) {
        return switch (get(key)) {
            case null -> "";
            case String text -> text;
            default -> throw wrong(key, "a string");
        };
    }

    int number(String key) {
        return switch (get(key)) {
            case null -> 0;
            case Integer number -> number;
            default -> throw wrong(key, "a whole number");
        };
    }

    @Nullable Integer numberIfSaid(String key) {
        return get(key) == null ? null : Integer.valueOf(number(key));
    }

    @Nullable Double decimal(String key) {
        return switch (get(key)) {
            case null -> null;
            case Number number -> number.doubleValue();
            default -> throw wrong(key, "a number");
        };
    }

    List<String> texts(String key) {
        Object value = get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(key, "a list of strings");
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw wrong(key, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The table under a key; null where there is none. */
    @Nullable TomlTable table(String key) {
        return switch (get(key)) {
            case null -> null;
            case Map<?, ?> table -> new TomlTable(path + key + ".", table);
            default -> throw wrong(key, "a table");
        };
    }

    /** The tables of {@code [[key]]}. */
    List<TomlTable> tables(String key) {
        Object value = get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(key, "tables [[" + key + "]]");
        }
        List<TomlTable> tables = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> table)) {
                throw wrong(key, "tables [[" + key + "]]");
            }
            tables.add(new TomlTable(path + key + "[" + tables.size() + "].", table));
        }
        return tables;
    }

    /** An error in the value of a key. */
    AmbitException wrong(String key, String expected) {
        return new AmbitException(path + key + " is " + values.get(key) + ", expected " + expected);
    }

    /** @throws AmbitException where the table has a key that was not asked for */
    void end() {
        Set<String> unknown = new TreeSet<>();
        values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new AmbitException(path + String.join(", " + path, unknown) + ": unknown, expected "
                    + String.join(", ", new TreeSet<>(asked)));
        }
    }
}
