package io.ambit.wire.translate.ollama;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import org.jspecify.annotations.Nullable;

/** An object that is written member by member, with values taken as they are spelled elsewhere. */
final class JsonText {
    private final byte[] source;
    private final StringBuilder out = new StringBuilder("{");

    /** @param source what the values were parsed from */
    JsonText(byte[] source) {
        this.source = source;
    }

    JsonText text(String name, String value) {
        name(name);
        JsonStrings.quote(value, out);
        return this;
    }

    /** JSON as it is. */
    JsonText json(String name, String json) {
        name(name);
        out.append(json);
        return this;
    }

    /** A value of the source, nothing where it is missing or null. */
    JsonText value(String name, @Nullable Json value) {
        return value == null || !isSaid(value) ? this : json(name, spelled(value));
    }

    String spelled(Json value) {
        return Utf8.decode(source, value.start(), value.end());
    }

    boolean isEmpty() {
        return out.length() == 1;
    }

    private void name(String name) {
        if (!isEmpty()) {
            out.append(',');
        }
        JsonStrings.quote(name, out);
        out.append(':');
    }

    /** Whether a value says anything. */
    static boolean isSaid(@Nullable Json value) {
        return value != null && !(value instanceof Json.Null);
    }

    @Override
    public String toString() {
        return out + "}";
    }
}
