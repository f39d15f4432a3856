package io.ambit.gateway.route;

import java.util.Objects;

/**
 * By which key an upstream is asked. The secret is in {@link #secret} alone: its text names the kind and nothing more, so
 * that it cannot reach a log, a message or a page.
 */
public final class UpstreamKey {
    /** What the client brings is passed on. */
    public static final UpstreamKey CLIENT = new UpstreamKey(Kind.CLIENT, "");

    /** None is needed, and what the client brings is kept from it. */
    public static final UpstreamKey NONE = new UpstreamKey(Kind.NONE, "");

    /** Whose key it is. */
    public enum Kind {
        CLIENT,
        NONE,
        OWN
    }

    private final Kind kind;
    private final String secret;

    private UpstreamKey(Kind kind, String secret) {
        this.kind = kind;
        this.secret = secret;
    }

    /** Ambit's own, which goes there in place of whatever the client brings. */
    public static UpstreamKey own(String secret) {
        if (secret.isBlank() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("a key is " + secret.length()
                    + " characters that cannot stand in a header, expected printable ones without spaces");
        }
        return new UpstreamKey(Kind.OWN, secret);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether its use is only for who shows Ambit's token. */
    public boolean isOwn() {
        return kind == Kind.OWN;
    }

    public boolean isClients() {
        return kind == Kind.CLIENT;
    }

    /** The key itself, "" where it is not Ambit's own. */
    String secret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UpstreamKey key && key.kind == kind && key.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, secret);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case CLIENT -> "the client's key";
            case NONE -> "no key";
            case OWN -> "a configured key";
        };
    }
}
