package io.ambit.wire.logs;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Members of a record, taken as loosely as a log of any version needs it: what is absent or of another kind is none. */
final class LogFields {
    /** Times before 2001 in milliseconds would be times after 33658 in seconds: so a small number is in seconds. */
    private static final long SECONDS_BELOW = 1_000_000_000_000L;

    private LogFields() {}

    /** The member at the end of a path of names. */
    static @Nullable Json at(@Nullable Json json, String... path) {
        Json found = json;
        for (String name : path) {
            if (found == null) {
                return null;
            }
            found = found.get(name);
        }
        return found;
    }

    static String text(@Nullable Json json, String... path) {
        Json found = at(json, path);
        String text = found == null ? null : found.asText();
        return text == null ? "" : text;
    }

    static long number(@Nullable Json json, String... path) {
        return at(json, path) instanceof Json.Num number ? number.asLong(0) : 0;
    }

    static boolean isTrue(@Nullable Json json, String... path) {
        return at(json, path) instanceof Json.Bool bool && bool.value();
    }

    static boolean isObject(@Nullable Json json, String... path) {
        return at(json, path) instanceof Json.Obj;
    }

    static boolean isArray(@Nullable Json json, String... path) {
        return at(json, path) instanceof Json.Arr;
    }

    /** A time as text of ISO 8601, or as a number of seconds or milliseconds since 1970. */
    static @Nullable Instant time(@Nullable Json json, String... path) {
        Json found = at(json, path);
        if (found instanceof Json.Num number) {
            long value = number.asLong(0);
            if (value <= 0) {
                return null;
            }
            return value < SECONDS_BELOW ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
        }
        String text = found == null ? null : found.asText();
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The value as it is spelled. */
    static String spelling(Json json, byte[] source) {
        return Utf8.decode(source, json.start(), json.end());
    }

    /** A text as it is, any other value as JSON; "" for none. */
    static String shown(@Nullable Json json, byte[] source) {
        return switch (json) {
            case null -> "";
            case Json.Null ignored -> "";
            case Json.Str text -> text.value();
            default -> spelling(json, source);
        };
    }
}
