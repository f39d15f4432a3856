package io.ambit.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON and Python's spelling of values, which share most of their grammar: objects, arrays, tuples, strings in
 * either quote, {@code Name(key=value)}. A source that ends too early gives what there is of it, marked as cut. Depth is
 * bounded, time is linear.
 */
final class LiteralParser {
    private static final int MAX_DEPTH = 100;

    private final String in;
    private final int end;
    private int at;
    private boolean cut;
    private int scalars;

    LiteralParser(String text, int start, int end) {
        this.in = text;
        this.at = start;
        this.end = end;
    }

    /** The source is no literal. Flow control only, so it has no stack trace. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(int at) {
            super("no literal at " + at, null, false, false);
        }
    }

    /** Where the value that was read ends. */
    int position() {
        return at;
    }

    /** Whether the source ended inside the value that was read. */
    boolean isCut() {
        return cut;
    }

    /** How many strings, numbers and the like were read. */
    int scalars() {
        return scalars;
    }

    boolean atEnd() {
        skipSpace();
        return at >= end;
    }

    char peek() {
        return in.charAt(at);
    }

    Value value() {
        skipSpace();
        return value(0);
    }

    /** {@code name=value name=value} up to the end, as pydantic prints a model. */
    Value.Obj assignments() {
        List<Value.Field> fields = new ArrayList<>();
        while (!atEnd() && !cut) {
            String name = word();
            if (name.isEmpty() || at >= end || in.charAt(at) != '=') {
                throw new Fault(at);
            }
            at++;
            fields.add(new Value.Field(name, value(0)));
        }
        return new Value.Obj("", fields, cut);
    }

    private Value value(int depth) {
        if (depth > MAX_DEPTH) {
            throw new Fault(at);
        }
        if (at >= end) {
            cut = true;
            return new Value.Str("", true);
        }
        char c = in.charAt(at);
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(']', depth);
            case '(' -> array(')', depth);
            default -> scalar(c, depth);
        };
    }

    private Value scalar(char first, int depth) {
        scalars++;
        return switch (first) {
            case '"', '\'' -> string();
            case '<' -> angle();
            case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(depth);
            default -> named(depth);
        };
    }

    private Value object(int depth) {
        at++;
        List<Value.Field> fields = new ArrayList<>();
        while (true) {
            skipSpace();
            if (at >= end) {
                cut = true;
                return new Value.Obj("", fields, true);
            }
            if (in.charAt(at) == '}') {
                at++;
                return new Value.Obj("", fields, false);
            }
            if (in.charAt(at) == '{' || in.charAt(at) == '[') {
                throw new Fault(at);
            }
            Value name = value(depth + 1);
            skipSpace();
            if (at >= end) {
                cut = true;
                fields.add(new Value.Field(scalar(name), new Value.Str("", true)));
                return new Value.Obj("", fields, true);
            }
            if (fields.isEmpty() && (in.charAt(at) == ',' || in.charAt(at) == '}')) {
                return set(name, depth);
            }
            expect(':');
            skipSpace();
            fields.add(new Value.Field(scalar(name), value(depth + 1)));
            if (cut) {
                return new Value.Obj("", fields, true);
            }
            comma('}');
        }
    }

    /** The rest of a set, whose first element was taken for a key. */
    private Value set(Value first, int depth) {
        comma('}');
        Value.Arr rest = array('}', depth, at);
        List<Value> items = new ArrayList<>(rest.items().size() + 1);
        items.add(first);
        items.addAll(rest.items());
        return new Value.Arr(items, rest.cut());
    }

    private Value.Arr array(char close, int depth) {
        return array(close, depth, at + 1);
    }

    private Value.Arr array(char close, int depth, int start) {
        at = start;
        List<Value> items = new ArrayList<>();
        while (true) {
            skipSpace();
            if (at >= end) {
                cut = true;
                return new Value.Arr(items, true);
            }
            if (in.charAt(at) == close) {
                at++;
                return new Value.Arr(items, false);
            }
            items.add(value(depth + 1));
            if (cut) {
                return new Value.Arr(items, true);
            }
            comma(close);
        }
    }

    /** A comma, or nothing before the closing bracket or the end of the source. */
    private void comma(char close) {
        skipSpace();
        if (at < end && in.charAt(at) == ',') {
            at++;
        } else if (at < end && in.charAt(at) != close) {
            throw new Fault(at);
        }
    }

    private Value.Str string() {
        char quote = in.charAt(at);
        int start = ++at;
        StringBuilder out = null;
        while (at < end) {
            char c = in.charAt(at);
            if (c == quote) {
                String text = out == null
                        ? in.substring(start, at)
                        : out.append(in, start, at).toString();
                at++;
                return new Value.Str(text, false);
            }
            if (c != '\\') {
                at++;
                continue;
            }
            out = out == null ? new StringBuilder() : out;
            out.append(in, start, at);
            int after = Escapes.decode(in, at, end, out);
            if (after < 0) {
                start = end;
                break;
            }
            at = after;
            start = at;
        }
        at = end;
        cut = true;
        return new Value.Str(
                out == null
                        ? in.substring(start, end)
                        : out.append(in, start, end).toString(),
                true);
    }

    private Value number(int depth) {
        int start = at++;
        while (at < end && isNumberPart(in.charAt(at))) {
            at++;
        }
        String spelling = in.substring(start, at);
        if (at >= end && depth > 0) {
            cut = true;
            return new Value.Str(spelling, true);
        }
        if (!isNumber(spelling) || (at < end && (isWordPart(in.charAt(at)) || in.charAt(at) == '-'))) {
            throw new Fault(start);
        }
        return new Value.Num(spelling);
    }

    private static boolean isNumberPart(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }

    static boolean isNumber(String spelling) {
        int i = 0;
        int length = spelling.length();
        if (i < length && (spelling.charAt(i) == '-' || spelling.charAt(i) == '+')) {
            i++;
        }
        int whole = digits(spelling, i);
        int after = whole;
        if (after < length && spelling.charAt(after) == '.') {
            after = digits(spelling, after + 1);
        }
        if (whole == i && after <= whole + 1) {
            return false;
        }
        if (after < length && (spelling.charAt(after) == 'e' || spelling.charAt(after) == 'E')) {
            int sign = after + 1;
            if (sign < length && (spelling.charAt(sign) == '-' || spelling.charAt(sign) == '+')) {
                sign++;
            }
            after = digits(spelling, sign);
            if (after == sign) {
                return false;
            }
        }
        return after == length;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** An opaque object, {@code <Color.RED: 1>} say, kept as it is spelled. */
    private Value angle() {
        int start = at;
        while (at < end && in.charAt(at) != '>') {
            if (in.charAt(at++) == '\n') {
                throw new Fault(start);
            }
        }
        cut = at >= end;
        at = Math.min(end, at + 1);
        return new Value.Str(in.substring(start, at), cut);
    }

    private Value named(int depth) {
        int start = at;
        String word = word();
        if (word.isEmpty()) {
            throw new Fault(start);
        }
        if (at < end && in.charAt(at) == '(') {
            return call(start, word, depth);
        }
        if (word.equals("b") && at < end && (in.charAt(at) == '\'' || in.charAt(at) == '"')) {
            boolean broken = string().cut();
            return new Value.Str(in.substring(start, at), broken);
        }
        return switch (word) {
            case "true", "True" -> new Value.Bool(true);
            case "false", "False" -> new Value.Bool(false);
            case "null", "None" -> Value.Null.VALUE;
            case "NaN", "nan", "Infinity", "inf" -> new Value.Num(word);
            default -> {
                if (at < end || depth == 0) {
                    throw new Fault(start);
                }
                cut = true;
                yield new Value.Str(word, true);
            }
        };
    }

    /** {@code Name(key=value)} is an object; with unnamed arguments it is kept as it is spelled. */
    private Value call(int start, String name, int depth) {
        at++;
        List<Value.Field> fields = new ArrayList<>();
        boolean unnamed = false;
        while (!cut) {
            skipSpace();
            if (at >= end) {
                cut = true;
            } else if (in.charAt(at) == ')') {
                at++;
                break;
            } else {
                int before = at;
                String key = word();
                if (!key.isEmpty() && at < end && in.charAt(at) == '=') {
                    at++;
                    fields.add(new Value.Field(key, value(depth + 1)));
                } else {
                    at = before;
                    value(depth + 1);
                    unnamed = true;
                }
                if (!cut) {
                    comma(')');
                }
            }
        }
        return unnamed || fields.isEmpty()
                ? new Value.Str(in.substring(start, at), cut)
                : new Value.Obj(name, fields, cut);
    }

    private String word() {
        int start = at;
        while (at < end && isWordPart(in.charAt(at))) {
            at++;
        }
        return start < at && Character.isDigit(in.charAt(start)) ? "" : in.substring(start, at);
    }

    private static boolean isWordPart(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '.';
    }

    static String scalar(Value value) {
        return switch (value) {
            case Value.Str string -> string.text();
            case Value.Num number -> number.spelling();
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Null ignored -> "null";
            case Value.Obj ignored -> throw new Fault(0);
            case Value.Arr array -> tuple(array);
        };
    }

    /** A tuple as a key: its scalars, joined. */
    private static String tuple(Value.Arr array) {
        List<String> parts = new ArrayList<>();
        for (Value item : array.items()) {
            parts.add(scalar(item));
        }
        return "(" + String.join(", ", parts) + ")";
    }

    private void expect(char c) {
        if (in.charAt(at) != c) {
            throw new Fault(at);
        }
        at++;
    }

    private void skipSpace() {
        while (at < end
                && (in.charAt(at) == ' ' || in.charAt(at) == '\n' || in.charAt(at) == '\r' || in.charAt(at) == '\t')) {
            at++;
        }
    }
}
