package io.ambit.cli.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One key of the settings, as the record declares it.
 *
 * @param path with dots, as it is named in messages and docs
 * @param isTable whether it holds further keys and no value
 */
record ConfigEntry(String path, ConfigType type, String description, Object byDefault, boolean isTable) {

    /** Every key, tables before what they hold, in the order of the record. */
    static List<ConfigEntry> all() {
        List<ConfigEntry> entries = new ArrayList<>();
        collect("", AmbitConfig.DEFAULT, entries);
        return List.copyOf(entries);
    }

    /** The environment variable that sets this key: {@code policy.classic.summaryInterval} becomes upper case. */
    String variable() {
        return "AMBIT_"
                + path.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static void collect(String prefix, Record defaults, List<ConfigEntry> into) {
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            String path = prefix + component.getName();
            Object value = RecordBinder.read(defaults, component);
            String description = Objects.requireNonNull(component.getAnnotation(ConfigKey.class), path)
                    .value();
            if (value instanceof Record table) {
                into.add(new ConfigEntry(path, ConfigType.TABLE, description, table, true));
                collect(path + ".", table, into);
            } else {
                into.add(new ConfigEntry(path, ConfigType.of(component), description, value, false));
            }
        }
    }
}
