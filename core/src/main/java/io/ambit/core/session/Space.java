package io.ambit.core.session;

import java.util.regex.Pattern;

/** The unit of isolation: every record, key and query carries it, and nothing crosses it. */
public record Space(String id) {
    // Before DEFAULT, whose making needs it.
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public static final Space DEFAULT = new Space("default");

    public Space {
        if (!VALID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "space '" + id + "', expected 1 to 100 of A-Z a-z 0-9 . _ - with a letter or digit first");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
