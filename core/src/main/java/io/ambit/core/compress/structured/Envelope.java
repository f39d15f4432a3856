package io.ambit.core.compress.structured;

import io.ambit.core.text.Reading;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool said, out of what it was wrapped in: MCP content, JSON in a string, an object with one long text. What the
 * wrapping says beside that stands in {@code before} and {@code after}.
 *
 * @param value what was inside; a {@link Value.Str} where it was text
 */
record Envelope(String before, Value value, String after) {
    private static final int MAX_LAYERS = 12;
    private static final int MIN_TEXT = 200;
    private static final int MAX_BESIDE = 12;
    private static final List<String> PLAIN_NAMES =
            List.of("content", "text", "result", "output", "stdout", "data", "body");

    static @Nullable Envelope open(String text) {
        Reading reading = Reading.of(text, false);
        if (reading == null) {
            return null;
        }
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Value value = peel(reading, before, after);
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            Value inner = inner(value, before);
            if (inner == null) {
                break;
            }
            value = inner;
            if (value instanceof Value.Str string) {
                Reading next = Reading.of(string.text(), string.cut());
                if (next == null) {
                    break;
                }
                value = peel(next, before, after);
            }
        }
        return new Envelope(String.join("\n", before), Reading.expanded(value), String.join("\n", after));
    }

    private static Value peel(Reading reading, List<String> before, List<String> after) {
        if (!reading.before().isEmpty()) {
            before.add(reading.before());
        }
        if (!reading.after().isEmpty()) {
            after.addFirst(reading.after());
        }
        return reading.value();
    }

    /** What {@code value} wraps, or null where it wraps nothing. */
    private static @Nullable Value inner(Value value, List<String> before) {
        return switch (value) {
            case Value.Arr array -> parts(array);
            case Value.Obj object -> inner(object, before);
            default -> null;
        };
    }

    private static @Nullable Value inner(Value.Obj object, List<String> before) {
        int carrier = -1;
        Value content = null;
        for (int i = 0; i < object.fields().size() && content == null; i++) {
            if (object.fields().get(i).value() instanceof Value.Arr array) {
                content = parts(array);
                carrier = i;
            }
        }
        if (content == null) {
            carrier = longText(object);
            if (carrier < 0) {
                return null;
            }
            content = object.fields().get(carrier).value();
        }
        String name = object.fields().get(carrier).name();
        boolean plain = PLAIN_NAMES.contains(name);
        List<Value.Field> beside = new ArrayList<>();
        for (int i = 0; i < object.fields().size(); i++) {
            Value.Field field = object.fields().get(i);
            boolean unset =
                    plain && field.name().startsWith("is") && field.value() instanceof Value.Bool bool && !bool.value();
            if (i != carrier && !field.value().isEmpty() && !unset && !repeats(field.value(), content)) {
                beside.add(field);
            }
        }
        Cells cells = new Cells(Limits.NONE);
        List<String> notes = new ArrayList<>();
        for (Value.Field field : beside) {
            String note = Texts.quoted(field.name(), ":") + ": " + cells.inline(field.value(), ",", 0);
            if (beside.size() > MAX_BESIDE || note.length() > MIN_TEXT) {
                return null;
            }
            notes.add(note);
        }
        if (!notes.isEmpty()) {
            before.add(String.join(", ", notes));
        }
        if (!plain) {
            before.add(name + ":");
        }
        return content;
    }

    /** Whether {@code value}, or the only thing in it, is what {@code content} spells out. */
    private static boolean repeats(Value value, Value content) {
        if (!(content instanceof Value.Str text) || value instanceof Value.Bool || value instanceof Value.Num) {
            return false;
        }
        Value spelled = Reading.inside(text);
        Value said = spelled == null ? content : Reading.expanded(spelled);
        Value only = value instanceof Value.Obj object && object.fields().size() == 1
                ? object.fields().getFirst().value()
                : value;
        return said.equals(Reading.expanded(value)) || said.equals(Reading.expanded(only));
    }

    /** Index of the field with a long text that is most of the object, or -1. */
    private static int longText(Value.Obj object) {
        int longest = -1;
        int most = 0;
        int all = 0;
        for (int i = 0; i < object.fields().size(); i++) {
            int length = 8;
            if (object.fields().get(i).value() instanceof Value.Str text) {
                length = text.text().length();
                if (length > most) {
                    most = length;
                    longest = i;
                }
            }
            all += length;
        }
        boolean alone = object.fields().size() == 1
                && PLAIN_NAMES.contains(object.fields().getFirst().name());
        return (most >= MIN_TEXT || (alone && most > 0)) && most * 10L >= all * 6L ? longest : -1;
    }

    /** The texts of a list of text parts: the only one, or all; null where it is no such list. */
    private static @Nullable Value parts(Value.Arr array) {
        List<Value> texts = new ArrayList<>();
        for (Value item : array.items()) {
            if (!(item instanceof Value.Obj part) || !(part.get("text") instanceof Value.Str text)) {
                return null;
            }
            for (Value.Field field : part.fields()) {
                boolean silent = field.name().equals("text")
                        || field.value().isEmpty()
                        || (field.name().equals("type")
                                && field.value() instanceof Value.Str type
                                && type.text().equals("text"));
                if (!silent) {
                    return null;
                }
            }
            texts.add(text);
        }
        return switch (texts.size()) {
            case 0 -> null;
            case 1 -> texts.getFirst();
            default -> joined(texts, array.cut());
        };
    }

    /** Several texts: one text, unless one of them spells out a value. */
    private static Value joined(List<Value> texts, boolean cut) {
        StringBuilder all = new StringBuilder();
        boolean broken = cut;
        for (Value item : texts) {
            if (item instanceof Value.Str text) {
                if (Reading.inside(text) != null) {
                    return new Value.Arr(texts, cut);
                }
                all.append(all.isEmpty() ? "" : "\n").append(text.text());
                broken |= text.cut();
            }
        }
        return new Value.Str(all.toString(), broken);
    }
}
