package io.ambit.mcp.tool.backlog;

import io.ambit.core.item.Item;
import io.ambit.mcp.tool.schema.Arguments;
import org.jspecify.annotations.Nullable;

/** What becomes of an item's text. */
record NewBody(
        @Nullable String whole, @Nullable String append, @Nullable Replacement replace, Arguments arguments) {

    /** A passage and what stands in its place from now on. */
    record Replacement(String old, String with) {}

    /** @throws io.ambit.core.error.InvalidInputException where the whole and a part of the text are given */
    static NewBody of(
            @Nullable String whole, @Nullable String append, @Nullable Replacement replace, Arguments arguments) {
        if (whole != null && (append != null || replace != null)) {
            throw arguments.wrong("`body` replaces the whole text, expected it without `append` and `replace`");
        }
        return new NewBody(whole, append, replace, arguments);
    }

    boolean isGiven() {
        return whole != null || append != null || replace != null;
    }

    /**
     * The text that an item has from now on.
     *
     * @throws io.ambit.core.error.InvalidInputException where the passage does not stand there exactly once
     */
    String in(Item item) {
        String text = whole == null ? item.body() : whole;
        if (replace != null) {
            int at = text.indexOf(replace.old());
            if (at < 0 || text.indexOf(replace.old(), at + 1) >= 0) {
                throw arguments.wrong("`replace.old` expected text that stands in " + item.id() + " once, got text that "
                        + (at < 0 ? "does not" : "stands there several times: take more of what surrounds it"));
            }
            text = text.substring(0, at) + replace.with() + text.substring(at + replace.old().length());
        }
        if (append != null) {
            String gap = text.isEmpty() || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
            text = text + gap + append + (append.endsWith("\n") ? "" : "\n");
        }
        return text;
    }
}
