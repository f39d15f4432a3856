package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON object, and says of what is wrong which member it is and what was expected. */
public record JsonFields(Json object) {
    private static final int MAX_NUMBER = 100;

    public JsonFields {
        if (!(object instanceof Json.Obj)) {
            throw new InvalidInputException("found " + kindOf(object) + ", expected a JSON object");
        }
    }

    /** The text of a member; "" where there is none. */
    public String text(String name) {
        Json value = present(name);
        if (value == null) {
            return "";
        }
        String text = value.asText();
        if (text == null) {
            throw wrong(name, value, "a text");
        }
        return text;
    }

    /** The text of a member that must be there. */
    public String required(String name) {
        if (present(name) == null) {
            throw new InvalidInputException("no '" + name + "', expected a text");
        }
        return text(name);
    }

    public boolean has(String name) {
        return present(name) != null;
    }

    public long number(String name, long otherwise) {
        Json value = present(name);
        if (value == null) {
            return otherwise;
        }
        // A number that comes in a text, from a command line or a query, counts as one.
        String spelling = value instanceof Json.Num number ? number.spelling() : value.asText();
        if (spelling != null && spelling.length() < MAX_NUMBER) {
            try {
                return Long.parseLong(spelling.strip());
            } catch (NumberFormatException e) {
                throw wrong(name, value, "a whole number");
            }
        }
        throw wrong(name, value, "a whole number");
    }

    public double decimal(String name, double otherwise) {
        Json value = present(name);
        if (value == null) {
            return otherwise;
        }
        String spelling = value instanceof Json.Num number ? number.spelling() : value.asText();
        if (spelling != null && spelling.length() < MAX_NUMBER) {
            try {
                return Double.parseDouble(spelling.strip());
            } catch (NumberFormatException e) {
                throw wrong(name, value, "a number");
            }
        }
        throw wrong(name, value, "a number");
    }

    public boolean flag(String name, boolean otherwise) {
        Json value = present(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Json.Bool bool) {
            return bool.value();
        }
        if ("true".equals(value.asText()) || "false".equals(value.asText())) {
            return "true".equals(value.asText());
        }
        throw wrong(name, value, "true or false");
    }

    /** Texts of an array; a single text counts as an array of one. */
    public List<String> texts(String name) {
        Json value = present(name);
        if (value == null) {
            return List.of();
        }
        if (value.asText() != null) {
            return List.of(text(name));
        }
        List<String> texts = new ArrayList<>();
        for (Json item : array(name, value)) {
            String text = item.asText();
            if (text == null) {
                throw wrong(name, item, "texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The objects of an array. */
    public <T> List<T> objects(String name, Function<JsonFields, T> read) {
        Json value = present(name);
        if (value == null) {
            return List.of();
        }
        List<T> objects = new ArrayList<>();
        for (Json item : array(name, value)) {
            objects.add(read.apply(new JsonFields(item)));
        }
        return objects;
    }

    /** The object in a member, or null. */
    public @Nullable JsonFields object(String name) {
        Json value = present(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Obj)) {
            throw wrong(name, value, "an object");
        }
        return new JsonFields(value);
    }

    /** A time in ISO 8601: with an offset, or of UTC where there is none, or a date alone. Null where there is none. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        return text.isEmpty() ? null : time(name, text);
    }

    static Instant time(String name, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    name + " is '" + text + "', expected a time such as 2026-01-05T09:30:00Z", e);
        }
    }

    /** A time span in seconds. */
    public Duration seconds(String name) {
        return Duration.ofMillis(Math.round(decimal(name, 0) * 1000));
    }

    private @Nullable Json present(String name) {
        Json value = object.get(name);
        return value instanceof Json.Null ? null : value;
    }

    private static List<Json> array(String name, Json value) {
        if (value instanceof Json.Arr array) {
            return array.items();
        }
        throw wrong(name, value, "an array");
    }

    private static InvalidInputException wrong(String name, Json value, String expected) {
        return new InvalidInputException("'" + name + "' is " + kindOf(value) + ", expected " + expected);
    }

    private static String kindOf(Json value) {
        return switch (value) {
            case Json.Obj ignored -> "an object";
            case Json.Arr ignored -> "an array";
            case Json.Str text -> text.value().length() < 40 ? "'" + text.value() + "'" : "a long text";
            case Json.Num number -> number.spelling().length() < 40 ? "the number " + number.spelling() : "a number";
            case Json.Bool bool -> String.valueOf(bool.value());
            case Json.Null ignored -> "null";
        };
    }
}
