package io.ambit.wire.translate.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import org.jspecify.annotations.Nullable;

/** A JSON object that is written member by member. */
final class Members {
    private final StringBuilder out = new StringBuilder("{");

    Members text(String name, @Nullable String value) {
        return json(name, value == null ? "null" : JsonStrings.quote(value));
    }

    Members number(String name, long value) {
        return json(name, Long.toString(value));
    }

    Members json(String name, String json) {
        out.append(out.length() == 1 ? "" : ",");
        JsonStrings.quote(name, out);
        out.append(':').append(json);
        return this;
    }

    /** A value as it is spelled in {@code source}; nothing where it is missing or null. */
    Members copy(String name, @Nullable Json value, byte[] source) {
        return isSaid(value) && value != null ? json(name, spelled(value, source)) : this;
    }

    static String spelled(Json value, byte[] source) {
        return Utf8.decode(source, value.start(), value.end());
    }

    static boolean isSaid(@Nullable Json value) {
        return value != null && !(value instanceof Json.Null);
    }

    @Override
    public String toString() {
        return out + "}";
    }
}
