package io.ambit.core.session;

import java.util.regex.Pattern;

/** Names a session within its space, whatever the client calls it. */
public record SessionId(String value) {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public SessionId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("session id '" + value + "', expected 1 to 64 of A-Z a-z 0-9 _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
