package io.ambit.testkit;

import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Values as tools answer with them, and their spelling in JSON, in Python and in block YAML. */
public final class SpelledValues {
    private static final List<String> NAMES = List.of(
            "id",
            "name",
            "user_id",
            "status",
            "price",
            "created_at",
            "Total Count",
            "name:zh",
            "x-y",
            "é",
            "tags",
            "url");
    private static final List<String> WORDS = List.of(
            "alpha",
            "beta",
            "the",
            "/usr/lib/x.py",
            "a-1",
            "it's",
            "\"quoted\"",
            "C:\\new",
            "形成",
            "🙂",
            "#",
            "key:",
            "-",
            "100%",
            "{x}",
            "[y]",
            "a,b",
            "yes",
            "null",
            "12",
            "3.5",
            "|",
            ";",
            "=",
            "…",
            "'",
            "\t",
            "true");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "12345678901234567890", "0.1000", "1e-7", "42", "3.5");

    private SpelledValues() {}

    /** An object of three to seven fields, with lists of like objects and nested objects among them. */
    public static Value.Obj random(SplittableRandom random) {
        return object(random, 3 + random.nextInt(5), 3);
    }

    private static Value.Obj object(SplittableRandom random, int size, int depth) {
        List<Value.Field> fields = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            fields.add(new Value.Field(Seed.pick(random, NAMES) + (i < 3 ? "" : i), value(random, depth - 1)));
        }
        return new Value.Obj("", fields, false);
    }

    private static Value value(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 0 ? 12 : 7);
        return switch (kind) {
            case 0, 1, 2, 3 -> text(random);
            case 4 -> new Value.Num(Seed.pick(random, NUMBERS));
            case 5 -> new Value.Bool(random.nextBoolean());
            case 6 -> Value.Null.VALUE;
            case 7, 8 -> object(random, random.nextInt(6), depth);
            case 9, 10 -> rows(random, depth);
            default -> list(random, depth);
        };
    }

    private static Value.Str text(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        int words = random.nextInt(8) == 0 ? random.nextInt(200) : random.nextInt(6);
        for (int i = 0; i < words; i++) {
            out.append(i == 0 ? "" : random.nextInt(12) == 0 ? "\n" : " ").append(Seed.pick(random, WORDS));
        }
        return new Value.Str(out.toString(), false);
    }

    private static Value.Arr list(SplittableRandom random, int depth) {
        List<Value> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(value(random, depth - 1));
        }
        return new Value.Arr(items, false);
    }

    /** A list of objects with the same fields. */
    private static Value.Arr rows(SplittableRandom random, int depth) {
        Value.Obj first = object(random, 1 + random.nextInt(6), depth);
        List<Value> rows = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            List<Value.Field> fields = new ArrayList<>();
            for (Value.Field field : first.fields()) {
                boolean same = random.nextInt(3) == 0;
                fields.add(same ? field : new Value.Field(field.name(), value(random, depth - 1)));
            }
            rows.add(new Value.Obj("", fields, false));
        }
        return new Value.Arr(rows, false);
    }

    public static String json(Value value) {
        StringBuilder out = new StringBuilder();
        literal(value, false, out);
        return out.toString();
    }

    public static String python(Value value) {
        StringBuilder out = new StringBuilder();
        literal(value, true, out);
        return out.toString();
    }

    private static void literal(Value value, boolean python, StringBuilder out) {
        switch (value) {
            case Value.Str text -> quote(text.text(), python, out);
            case Value.Num number -> out.append(number.spelling());
            case Value.Bool bool -> {
                String word = Boolean.toString(bool.value());
                out.append(python ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            }
            case Value.Null ignored -> out.append(python ? "None" : "null");
            case Value.Arr array -> {
                String before = "[";
                for (Value item : array.items()) {
                    out.append(before);
                    literal(item, python, out);
                    before = ", ";
                }
                out.append(array.items().isEmpty() ? "[]" : "]");
            }
            case Value.Obj object -> {
                String before = "{";
                for (Value.Field field : object.fields()) {
                    out.append(before);
                    quote(field.name(), python, out);
                    out.append(": ");
                    literal(field.value(), python, out);
                    before = ", ";
                }
                out.append(object.fields().isEmpty() ? "{}" : "}");
            }
        }
    }

    private static void quote(String text, boolean python, StringBuilder out) {
        if (!python || text.indexOf('\'') >= 0) {
            JsonStrings.quote(text, out);
            return;
        }
        out.append('\'')
                .append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"))
                .append('\'');
    }

    /** Block YAML, its strings plain, quoted or as blocks. */
    public static String yaml(Value.Obj value, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        fields(value, 0, random, out);
        return out.toString();
    }

    private static void fields(Value.Obj object, int indent, SplittableRandom random, StringBuilder out) {
        for (Value.Field field : object.fields()) {
            out.append(" ".repeat(indent)).append(field.name()).append(':');
            below(field.value(), indent, random.nextInt(2) * 2, random, out);
        }
    }

    private static void below(Value value, int indent, int step, SplittableRandom random, StringBuilder out) {
        if (value instanceof Value.Obj object && !object.fields().isEmpty()) {
            out.append('\n');
            fields(object, indent + 2, random, out);
        } else if (value instanceof Value.Arr array && !array.items().isEmpty()) {
            out.append('\n');
            int column = indent + step;
            for (Value item : array.items()) {
                out.append(" ".repeat(column)).append('-');
                if (item instanceof Value.Obj object && !object.fields().isEmpty()) {
                    int start = out.length();
                    fields(object, column + 2, random, out);
                    out.replace(start, start + column + 2, " ");
                } else {
                    below(item, column, 2, random, out);
                }
            }
        } else {
            out.append(' ').append(scalar(value, indent, random)).append('\n');
        }
    }

    private static String scalar(Value value, int indent, SplittableRandom random) {
        if (!(value instanceof Value.Str text)) {
            return json(value);
        }
        String content = text.text();
        boolean isPlain = content.length() > 1
                && content.chars().allMatch(c -> c == ' ' || (c >= 'a' && c <= 'z'))
                && !List.of("null", "true", "yes").contains(content);
        boolean isBlock =
                content.indexOf('\n') > 0 && content.lines().noneMatch(line -> line.isBlank() || line.charAt(0) <= ' ');
        int style = random.nextInt(3);
        if (isPlain && style > 0) {
            return content.replace(" ", style == 1 ? " " : "\n" + " ".repeat(indent + 2));
        }
        if (isBlock && style == 1 && content.equals(content.stripTrailing())) {
            return "|-\n"
                    + content.lines()
                            .map(line -> " ".repeat(indent + 2) + line)
                            .reduce((a, b) -> a + "\n" + b)
                            .orElse("");
        }
        return style == 2 && content.indexOf('\n') < 0 && content.indexOf('\t') < 0
                ? "'" + content.replace("'", "''") + "'"
                : JsonStrings.quote(content);
    }

    /** A text with a piece taken out, put in or cut off, or several. */
    public static String damaged(String text, SplittableRandom random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && out.length() > 2; i--) {
            int at = random.nextInt(out.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(8)));
                case 1 ->
                    out.insert(
                            at,
                            Seed.pick(
                                    random,
                                    List.of(
                                            "{", "}", "[", "]", "(", "\"", "'", ",", ":", "\\", "\n", "- ", " ", "\\u",
                                            "<")));
                case 2 -> out.setLength(at);
                default -> out.insert(at, out.substring(at, Math.min(out.length(), at + random.nextInt(40))));
            }
        }
        return out.toString();
    }
}
