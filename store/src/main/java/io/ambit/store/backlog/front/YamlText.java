package io.ambit.store.backlog.front;

import io.ambit.core.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values as YAML: plain where no reader can take them for anything else, else quoted; lists and mappings over lines. */
final class YamlText {
    private static final int STEP = 2;

    /** YAML allows 1,024. */
    private static final int MAX_KEY = 1_000;

    /** Words that readers of YAML 1.1 take for truth values and nothing. */
    private static final Set<String> WORDS_OF_1_1 = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private static final String NOT_FIRST = "-?:,[]{}#&*!|>'\"%@`=<~.+";
    private static final String NOWHERE = ":,[]{}#'\"\\";

    private YamlText() {}

    /** Whether a value takes lines of its own below its key. */
    static boolean isBlock(Value value) {
        return (value instanceof Value.Arr || value instanceof Value.Obj) && !value.isEmpty();
    }

    /** {@code key: value} at a column, without a line end after it. */
    static String entry(String key, Value value, int column, String lineEnd) {
        String name = isPlain(key) ? key : quoted(key);
        if (name.length() > MAX_KEY) {
            throw new FrontMatterException("a key of " + name.length() + " characters, expected at most " + MAX_KEY);
        }
        return " ".repeat(column)
                + name
                + ":"
                + (isBlock(value)
                        ? lineEnd + block(value, column + STEP, lineEnd)
                        : " " + inline(value, column + STEP, lineEnd));
    }

    /** A value that begins on the line of its key; text of several lines goes on at {@code column}. */
    static String inline(Value value, int column, String lineEnd) {
        return switch (value) {
            case Value.Str text -> text(text.text(), column, lineEnd);
            case Value.Num number ->
                Scalars.isNumber(number.spelling()) ? number.spelling() : quoted(number.spelling());
            case Value.Bool flag -> String.valueOf(flag.value());
            case Value.Null none -> "null";
            case Value.Arr list -> "[]";
            case Value.Obj map -> "{}";
        };
    }

    /** A list or mapping, its first line indented too. */
    static String block(Value value, int column, String lineEnd) {
        StringBuilder out = new StringBuilder();
        switch (value) {
            case Value.Arr list -> items(list.items(), column, lineEnd, out);
            case Value.Obj map -> {
                for (Value.Field field : map.fields()) {
                    out.append(out.isEmpty() ? "" : lineEnd);
                    out.append(entry(field.name(), field.value(), column, lineEnd));
                }
            }
            default -> throw new IllegalArgumentException("no list or mapping: " + value);
        }
        return out.toString();
    }

    private static void items(List<Value> items, int column, String lineEnd, StringBuilder out) {
        for (Value item : items) {
            out.append(out.isEmpty() ? "" : lineEnd);
            String text = isBlock(item)
                    ? block(item, column + STEP, lineEnd).substring(column + STEP)
                    : inline(item, column + STEP, lineEnd);
            out.append(" ".repeat(column)).append("- ").append(text);
        }
    }

    private static String text(String text, int column, String lineEnd) {
        if (isPlain(text)) {
            return text;
        }
        return isLiteral(text) ? literal(text, column, lineEnd) : quoted(text);
    }

    /** Whether every reader, those of YAML 1.1 included, takes it for this text without quotes. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || text.isBlank() || !text.equals(text.strip()) || NOT_FIRST.indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        boolean startsAsNumber = text.charAt(0) >= '0' && text.charAt(0) <= '9';
        boolean isAllNumber = startsAsNumber && text.chars().noneMatch(c -> c == ' ');
        return !isAllNumber
                && !WORDS_OF_1_1.contains(text.toLowerCase(Locale.ROOT))
                && text.codePoints().allMatch(c -> NOWHERE.indexOf(c) < 0 && isPrintable(c));
    }

    private static boolean isLiteral(String text) {
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        return text.indexOf('\n') >= 0
                && text.indexOf('\n') < text.length() - 1
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(end - 1))
                && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
    }

    private static String literal(String text, int column, String lineEnd) {
        boolean endsLine = text.endsWith("\n");
        StringBuilder out = new StringBuilder(endsLine ? "|" : "|-");
        String lines = endsLine ? text.substring(0, text.length() - 1) : text;
        for (String line : lines.split("\n", -1)) {
            out.append(lineEnd).append(line.isEmpty() ? "" : " ".repeat(column)).append(line);
        }
        return out.toString();
    }

    private static String quoted(String text) {
        if (text.codePoints().allMatch(YamlText::isPrintable)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> escaped(c, out));
        return out.append('"').toString();
    }

    private static void escaped(int c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c > 0xFFFF) {
                    out.append(String.format(Locale.ROOT, "\\U%08X", c));
                } else {
                    // Half of a surrogate pair has no place in a file.
                    out.append(String.format(Locale.ROOT, "\\u%04X", c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
                }
            }
        }
    }

    /** What may stand in YAML as it is, on one line. */
    private static boolean isPrintable(int c) {
        return (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
