package io.ambit.core.message;

/** Bytes {@code [start, end)} of the request body that a part was read from. */
public record Span(int start, int end) {
    /** For what was not read from a body: it cannot be spliced. */
    public static final Span NONE = new Span(-1, -1);

    public Span {
        if (start > end || start < -1) {
            throw new IllegalArgumentException("span [" + start + ", " + end + "), expected 0 <= start <= end");
        }
    }

    public boolean isPresent() {
        return start >= 0;
    }
}
