package io.ambit.cli.config;

import io.ambit.core.error.AmbitException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the settings together: the command line before the environment, the environment before the file, the file before
 * the defaults.
 */
public final class ConfigReader {
    private final AmbitHome home;
    private final Map<String, String> environment;

    public ConfigReader(AmbitHome home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /** The settings without anything from the command line. */
    public AmbitConfig read() {
        return read(Map.of());
    }

    /**
     * The settings.
     *
     * @param options what the command line gives, by the path of the key
     * @throws AmbitException where the file is no TOML, or a key is unknown, of another type or out of range; it names
     *     the place, the key, what was expected and what was there
     */
    public AmbitConfig read(Map<String, String> options) {
        ConfigFile file = ConfigFile.read(home.configFile());
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, Object> given = new LinkedHashMap<>();
        for (ConfigEntry entry : ConfigEntry.all()) {
            if (entry.isTable()) {
                continue;
            }
            String path = entry.path();
            @Nullable String text = options.get(path);
            String place = "command line";
            if (text == null) {
                text = environment.get(entry.variable());
                place = "environment variable " + entry.variable();
            }
            @Nullable Object raw = text;
            if (text == null) {
                raw = file.get(path);
                place = file.place(path);
            }
            if (raw == null) {
                continue;
            }
            @Nullable Object value;
            try {
                value = text == null ? entry.type().read(raw) : entry.type().readText(text);
            } catch (BadValueException e) {
                throw new AmbitException(place + ": " + path + e.key() + ": expected " + e.expected(), e);
            }
            if (value == null) {
                throw wrong(place, path, entry.type().expected(), raw);
            }
            values.put(path, value);
            places.put(path, place);
            given.put(path, raw);
        }
        try {
            return (AmbitConfig) new RecordBinder(values).bind("", AmbitConfig.DEFAULT);
        } catch (RecordBinder.Refused e) {
            String path = e.path();
            throw wrong(places.getOrDefault(path, file.place(path)), path, e.expected(), given.getOrDefault(path, ""));
        }
    }

    private static AmbitException wrong(String place, String path, String expected, Object actual) {
        return new AmbitException(
                place + ": " + path + ": expected " + expected + ", found " + ConfigType.write(actual));
    }
}
