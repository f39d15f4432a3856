package io.ambit.core.compress.shared;

import io.ambit.core.compress.Shown;
import io.ambit.core.economics.Identifiers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The identifiers and table headers of the texts that the model sees. Grows with them; used by one thread. */
public final class ShownText implements Shown {
    private final KnownIdentifiers identifiers = new KnownIdentifiers();
    private final Map<String, String> definitions = new HashMap<>();

    /** Takes a text into account that stands in the request as it is. */
    public void add(String text) {
        Identifiers.forEach(text, identifiers::add);
    }

    /** Takes table headers into account that a text defines. */
    public void define(Map<String, String> headers) {
        headers.forEach(definitions::putIfAbsent);
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
