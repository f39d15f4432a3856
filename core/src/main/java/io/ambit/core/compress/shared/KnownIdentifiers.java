package io.ambit.core.compress.shared;

import java.util.HashSet;
import java.util.Set;

/** Identifiers that the model can read somewhere: who sees a path sees the name of its file too. */
final class KnownIdentifiers {
    /** What is longer is data, not a path; the endings of one with very many slashes would fill the memory. */
    private static final int MAX_PATH = 400;

    private final Set<String> known = new HashSet<>();

    /** Adds an identifier, and what its path ends with. */
    void add(String identifier) {
        if (known.add(identifier) && identifier.length() <= MAX_PATH) {
            for (int slash = identifier.indexOf('/'); slash >= 0; slash = identifier.indexOf('/', slash + 1)) {
                known.add(identifier.substring(slash + 1));
            }
        }
    }

    boolean contains(String identifier) {
        return known.contains(identifier);
    }
}
