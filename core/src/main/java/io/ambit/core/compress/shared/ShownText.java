package io.ambit.core.compress.shared;

import io.ambit.core.compress.Shown;
import io.ambit.core.economics.Identifiers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The identifiers and table headers of the texts that the model sees. Grows with them; used by one thread. */
public final class ShownText implements Shown {
    private final Set<String> identifiers = new HashSet<>();
    private final Map<String, String> definitions = new HashMap<>();

    /** Takes a text into account that stands in the request as it is. */
    public void add(String text) {
        Identifiers.forEach(text, this::add1);
    }

    /** Takes table headers into account that a text defines. */
    public void define(Map<String, String> headers) {
        headers.forEach(definitions::putIfAbsent);
    }

    /** An identifier, and those that its path ends with: who sees a path sees the file's name. */
    private void add1(String identifier) {
        if (identifiers.add(identifier)) {
            int slash = identifier.indexOf('/');
            while (slash >= 0) {
                identifiers.add(identifier.substring(slash + 1));
                slash = identifier.indexOf('/', slash + 1);
            }
        }
    }

    @Override
    public boolean holds(String identifier) {
        return identifiers.contains(identifier);
    }

    @Override
    public @Nullable String definition(String label) {
        return definitions.get(label);
    }
}
