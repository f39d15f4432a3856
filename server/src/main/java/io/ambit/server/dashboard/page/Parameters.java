package io.ambit.server.dashboard.page;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** What several pages are asked with. */
public final class Parameters {
    private static final int MAX_PAGE = 1_000_000;

    private Parameters() {}

    /** The chosen space; null where none is. */
    public static @Nullable Space space(Context context) {
        String name = context.queryParam("space");
        return name == null || name.isEmpty() ? null : space(name);
    }

    /** The space of that name. */
    public static Space space(String name) {
        try {
            return new Space(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Which page of a list, from 1. */
    public static int page(Context context) {
        return number(context.queryParam("page"), 1, 1, MAX_PAGE);
    }

    /** A whole number between two others; the usual one where none was given. */
    public static int number(@Nullable String text, int usual, int least, int most) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new InvalidInputException("'" + text + "', expected a whole number from " + least + " to " + most);
    }

    /** A text; "" where it was not given. */
    public static String text(Context context, String name) {
        String value = context.queryParam(name);
        return value == null ? "" : value.strip();
    }
}
