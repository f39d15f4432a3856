package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Who or what wrote a record, and from what.
 *
 * @param author "user", "agent:NAME", "rules", "import", "model:NAME"
 * @param source what it was taken from: "cli", "rest", "session", a format and file such as "locomo:data.json"
 * @param key the place inside the source; a space holds one record for each (source, key) whose key is not empty, so an
 *     import can be run again
 * @param session the session that it was taken from, or null
 * @param step the step in it, or null
 */
public record Provenance(
        String author,
        String source,
        String key,
        @Nullable String session,
        @Nullable Integer step) {
    private static final int MAX_LENGTH = 1_000;

    public Provenance {
        if (author.isBlank() || source.isBlank()) {
            throw new InvalidInputException(
                    "provenance by '" + author + "' from '" + source + "', expected both to be named");
        }
        if (author.length() > MAX_LENGTH || source.length() > MAX_LENGTH || key.length() > MAX_LENGTH) {
            throw new InvalidInputException(
                    "provenance of more than " + MAX_LENGTH + " characters: author, source or key");
        }
    }

    /** Written by {@code author} through {@code source}, once and by hand. */
    public static Provenance by(String author, String source) {
        return new Provenance(author, source, "", null, null);
    }

    public static Provenance imported(String source, String key) {
        return new Provenance("import", source, key, null, null);
    }

    public Provenance withSession(String name, @Nullable Integer atStep) {
        return new Provenance(author, source, key, name, atStep);
    }
}
