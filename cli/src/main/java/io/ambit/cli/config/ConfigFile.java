package io.ambit.cli.config;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.toml.TomlMapper;

/** The keys and values of {@code config.toml}; none where there is no such file. */
final class ConfigFile {
    private final Path file;
    private final List<String> lines;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ConfigFile(Path file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static ConfigFile read(Path file) {
        if (!Files.exists(file)) {
            return new ConfigFile(file, "");
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
        ConfigFile read = new ConfigFile(file, text);
        Map<String, ConfigEntry> known = ConfigEntry.all().stream()
                .collect(Collectors.toMap(ConfigEntry::path, entry -> entry, (a, b) -> a, LinkedHashMap::new));
        read.collect("", parse(file, text), known);
        return read;
    }

    /** What the file says, as the parser gives it; null where it says nothing. */
    @Nullable Object get(String path) {
        return values.get(path);
    }

    /** The file, with the line of a key where it can be told. */
    String place(String path) {
        int line = KeyLine.find(lines, path);
        return line == 0 ? file.toString() : file + ":" + line;
    }

    private void collect(String prefix, Map<?, ?> table, Map<String, ConfigEntry> known) {
        table.forEach((name, value) -> {
            String path = prefix + name;
            ConfigEntry entry = known.get(path);
            if (entry == null) {
                throw new AmbitException(place(path) + ": unknown key " + path + ", " + advice(path, known.keySet()));
            }
            if (!entry.isTable()) {
                values.put(path, value);
            } else if (value instanceof Map<?, ?> inner) {
                collect(path + ".", inner, known);
            } else {
                throw new AmbitException(place(path) + ": " + path + ": expected a table, as [" + path + "], found "
                        + ConfigType.write(value));
            }
        });
    }

    private static String advice(String path, Set<String> known) {
        List<String> near = new ArrayList<>();
        for (String key : known) {
            if (EditDistance.between(key, path) <= Math.max(2, path.length() / 3)) {
                near.add(key);
            }
        }
        near.sort((a, b) -> EditDistance.between(a, path) - EditDistance.between(b, path));
        return near.isEmpty() ? "expected one of " + String.join(", ", known) : "did you mean " + near.get(0) + "?";
    }

    private static Map<?, ?> parse(Path file, String text) {
        try {
            return new TomlMapper().readValue(text, Map.class);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr();
            throw new AmbitException(file + line + ": expected TOML: " + e.getOriginalMessage(), e);
        }
    }
}
