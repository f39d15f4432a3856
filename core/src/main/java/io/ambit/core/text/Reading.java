package io.ambit.core.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool printed, read as a value: JSON (also several values in a row, also broken off), Python's spelling, block
 * YAML, with a little text before or after. Prose, code and logs are not taken for values.
 *
 * @param before text before the value, "" for none
 * @param after text after the value, "" for none
 */
public record Reading(String before, Value value, String after) {
    private static final int MAX_BEFORE = 240;
    private static final int MAX_AFTER = 240;
    private static final int MAX_LINES = 3;
    private static final int MAX_TRIES = 4;
    private static final int MIN_BODY = 40;
    /** So many scalars must have been read before a source that breaks off is believed. */
    private static final int MIN_SCALARS_IF_CUT = 3;

    private static final int MAX_DEPTH = 12;

    /**
     * Reads {@code text}, or returns null where it is no structured value. Never throws.
     *
     * @param cut whether the text is known to break off at its end
     */
    public static @Nullable Reading of(String text, boolean cut) {
        int start = 0;
        int end = text.length();
        while (start < end && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - start < 2) {
            return null;
        }
        char first = text.charAt(start);
        Reading literal = isOpening(first) ? literal(text, start, start, end, cut) : null;
        if (literal == null && (Character.isLetter(first) || first == '_')) {
            literal = spelled(text, start, end);
        }
        if (literal != null) {
            return literal;
        }
        Value yaml = BlockYaml.read(text.substring(start, end), cut);
        return yaml != null ? new Reading("", yaml, "") : embedded(text, start, end);
    }

    /** The value that {@code text}, found inside another value, spells out, or null where it is just text. */
    public static @Nullable Value inside(Value.Str text) {
        int length = text.text().length();
        if (length < 2) {
            return null;
        }
        char first = text.text().charAt(0);
        if (!isOpening(first) && !Character.isLetter(first) && !Character.isWhitespace(first) && first != '-') {
            return null;
        }
        Reading reading = of(text.text(), text.cut());
        return reading != null && reading.before.isEmpty() && reading.after.isEmpty() ? reading.value : null;
    }

    /** {@code value} with every text that spells out an object or an array replaced by it, at any depth within reason. */
    public static Value expanded(Value value) {
        return expanded(value, 0);
    }

    private static Value expanded(Value value, int depth) {
        return switch (value) {
            case Value.Str text -> {
                Value inner = depth < MAX_DEPTH && text.text().length() >= MIN_BODY ? inside(text) : null;
                yield inner == null || inner instanceof Value.Str ? value : expanded(inner, depth + 1);
            }
            case Value.Arr array ->
                new Value.Arr(
                        array.items().stream()
                                .map(item -> expanded(item, depth))
                                .toList(),
                        array.cut());
            case Value.Obj object -> {
                List<Value.Field> fields = new ArrayList<>(object.fields().size());
                for (Value.Field field : object.fields()) {
                    fields.add(new Value.Field(field.name(), expanded(field.value(), depth)));
                }
                yield new Value.Obj(object.type(), fields, object.cut());
            }
            default -> value;
        };
    }

    private static boolean isOpening(char c) {
        return c == '{' || c == '[' || c == '"' || c == '\'' || c == '(';
    }

    /** A literal at {@code at}, or several in a row, with little after it. */
    private static @Nullable Reading literal(String text, int from, int at, int end, boolean cut) {
        LiteralParser parser = new LiteralParser(text, at, end);
        List<Value> values = new ArrayList<>();
        int after = at;
        try {
            do {
                Value value = parser.value();
                if (parser.isCut() && !cut && parser.scalars() < MIN_SCALARS_IF_CUT) {
                    return null;
                }
                values.add(value);
                after = parser.position();
            } while (!parser.atEnd() && (parser.peek() == '{' || parser.peek() == '['));
        } catch (LiteralParser.Fault e) {
            if (values.isEmpty()) {
                return null;
            }
        }
        Value value = values.size() == 1 ? values.getFirst() : new Value.Arr(values, parser.isCut());
        boolean container = value instanceof Value.Arr || value instanceof Value.Obj;
        String rest = text.substring(after, end).strip();
        String before = text.substring(from, at).strip();
        boolean framed = !rest.isEmpty() || !before.isEmpty();
        if ((!container && (framed || (parser.isCut() && !cut)))
                || (framed && !isBody(value, after - at, rest.length() + before.length()))
                || rest.length() > MAX_AFTER) {
            return null;
        }
        return new Reading(before, value, rest);
    }

    /** Whether a value is what the text around it is about. */
    private static boolean isBody(Value value, int length, int around) {
        int parts = switch (value) {
            case Value.Obj object -> object.fields().size() + 1;
            case Value.Arr array -> array.items().size();
            default -> 0;
        };
        return parts >= 2 && length >= MIN_BODY && length >= around / 2;
    }

    /** {@code Name(key=value)} or {@code key=value key=value}. */
    private static @Nullable Reading spelled(String text, int start, int end) {
        try {
            LiteralParser parser = new LiteralParser(text, start, end);
            Value value = isAssignment(text, start, end) ? parser.assignments() : parser.value();
            if (!(value instanceof Value.Obj object) || !parser.atEnd()) {
                return null;
            }
            boolean nested = object.fields().stream()
                    .anyMatch(f -> f.value() instanceof Value.Obj || f.value() instanceof Value.Arr);
            boolean named = !object.type().isEmpty()
                    && Character.isUpperCase(object.type().charAt(object.type().lastIndexOf('.') + 1));
            return object.fields().size() >= 2 && (nested || named) ? new Reading("", object, "") : null;
        } catch (LiteralParser.Fault e) {
            return null;
        }
    }

    private static boolean isAssignment(String text, int start, int end) {
        int i = start;
        while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        return i < end && text.charAt(i) == '=';
    }

    /** A value after a short line or two of text. */
    private static @Nullable Reading embedded(String text, int start, int end) {
        int tries = 0;
        int lines = 1;
        int limit = Math.min(end, start + MAX_BEFORE);
        for (int i = start + 1; i < limit && tries < MAX_TRIES && lines <= MAX_LINES; i++) {
            char c = text.charAt(i);
            if (c == '=') {
                return null; // an assignment: code
            }
            lines += c == '\n' ? 1 : 0;
            if ((c == '{' || c == '[') && isIntroduced(text, i)) {
                tries++;
                Reading reading = literal(text, start, i, end, false);
                if (reading != null) {
                    return reading;
                }
            }
        }
        return null;
    }

    /** Whether what stands before {@code at} is a line of its own, or ends in a colon. */
    private static boolean isIntroduced(String text, int at) {
        int before = at - 1;
        while (before > 0 && text.charAt(before) == ' ') {
            before--;
        }
        return text.charAt(before) == ':' || text.charAt(before) == '\n';
    }
}
