package io.ambit.server.dashboard.page;

import io.ambit.core.session.Space;
import org.jspecify.annotations.Nullable;

/** What a page shows: the values that its template writes. */
public interface View {
    /** The template's file, below the folder of templates. */
    String template();

    /** Of the browser's window. */
    String title();

    /** The subject it belongs to; null for none. */
    default @Nullable Tab tab() {
        return null;
    }

    /** The space that it is about; null for all of them, or none. */
    default @Nullable Space space() {
        return null;
    }

    /** Whether it is always about one space, so that all of them cannot be chosen. */
    default boolean needsSpace() {
        return false;
    }
}
