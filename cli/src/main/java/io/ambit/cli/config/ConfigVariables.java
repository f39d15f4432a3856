package io.ambit.cli.config;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The environment variables that begin with {@code AMBIT_}. */
public final class ConfigVariables {
    private static final Set<String> OF_THE_LAUNCHER = Set.of("AMBIT_HOME", "AMBIT_JAVA_HOME", "AMBIT_JAVA_OPTS");

    private ConfigVariables() {}

    /** Those that are set and that nothing reads: mostly misspelt. */
    public static NavigableSet<String> unknown(Map<String, String> environment) {
        NavigableSet<String> names = new TreeSet<>();
        environment.keySet().stream().filter(name -> name.startsWith("AMBIT_")).forEach(names::add);
        names.removeAll(OF_THE_LAUNCHER);
        ConfigEntry.all().stream().filter(entry -> !entry.isTable()).forEach(entry -> names.remove(entry.variable()));
        return names;
    }
}
