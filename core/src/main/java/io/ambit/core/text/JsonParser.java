package io.ambit.core.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 8259 over bytes, with an explicit stack: a document of any depth costs heap, never the thread's stack. */
final class JsonParser {
    private final byte[] in;
    private int at;

    JsonParser(byte[] source) {
        this.in = source;
    }

    /** An object or array that is still open: one of the two lists is null. */
    private record Open(
            int start,
            @Nullable List<Json.Member> members,
            @Nullable List<Json> items) {}

    Json parse() {
        if (in.length >= 3 && in[0] == (byte) 0xEF && in[1] == (byte) 0xBB && in[2] == (byte) 0xBF) {
            at = 3;
        }
        Deque<Open> open = new ArrayDeque<>();
        Deque<Json.Str> names = new ArrayDeque<>();
        Json done = null;
        while (true) {
            skipSpace();
            if (done == null) {
                done = valueOrOpen(open, names);
                if (done == null) {
                    continue;
                }
            }
            Open parent = open.peek();
            if (parent == null) {
                skipSpace();
                if (at < in.length) {
                    throw new JsonSyntaxException(at, "the end of the text");
                }
                return done;
            }
            done = attach(parent, done, open, names);
        }
    }

    /** A whole scalar or an empty container, or null after opening a container that has content. */
    private @Nullable Json valueOrOpen(Deque<Open> open, Deque<Json.Str> names) {
        int start = at;
        int first = peek("a value");
        if (first == '{') {
            at++;
            skipSpace();
            if (peek("a member or '}'") == '}') {
                return new Json.Obj(start, ++at, List.of());
            }
            open.push(new Open(start, new ArrayList<>(), null));
            names.push(name());
            return null;
        }
        if (first == '[') {
            at++;
            skipSpace();
            if (peek("a value or ']'") == ']') {
                return new Json.Arr(start, ++at, List.of());
            }
            open.push(new Open(start, null, new ArrayList<>()));
            return null;
        }
        return scalar();
    }

    /** Adds a finished value to its container; returns that container where this ends it, else null. */
    private @Nullable Json attach(Open parent, Json value, Deque<Open> open, Deque<Json.Str> names) {
        skipSpace();
        if (parent.members() != null) {
            parent.members().add(new Json.Member(names.pop(), value));
            int c = peek("',' or '}'");
            at++;
            if (c == '}') {
                open.pop();
                return new Json.Obj(parent.start(), at, parent.members());
            }
            if (c != ',') {
                throw new JsonSyntaxException(at - 1, "',' or '}'");
            }
            skipSpace();
            names.push(name());
            return null;
        }
        List<Json> items = parent.items();
        if (items == null) {
            throw new IllegalStateException("a container is an object or an array");
        }
        items.add(value);
        int c = peek("',' or ']'");
        at++;
        if (c == ']') {
            open.pop();
            return new Json.Arr(parent.start(), at, items);
        }
        if (c != ',') {
            throw new JsonSyntaxException(at - 1, "',' or ']'");
        }
        return null;
    }

    private Json.Str name() {
        if (peek("a member name") != '"') {
            throw new JsonSyntaxException(at, "a member name in quotes");
        }
        Json.Str name = string();
        skipSpace();
        if (peek("':'") != ':') {
            throw new JsonSyntaxException(at, "':'");
        }
        at++;
        return name;
    }

    private Json scalar() {
        int start = at;
        return switch (in[at]) {
            case '"' -> string();
            case 't' -> {
                literal("true");
                yield new Json.Bool(start, at, true);
            }
            case 'f' -> {
                literal("false");
                yield new Json.Bool(start, at, false);
            }
            case 'n' -> {
                literal("null");
                yield new Json.Null(start, at);
            }
            default -> number();
        };
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= in.length || in[at + i] != word.charAt(i)) {
                throw new JsonSyntaxException(at, "a value");
            }
        }
        at += word.length();
    }

    private Json.Str string() {
        int start = at;
        boolean escaped = false;
        int i = at + 1;
        while (true) {
            if (i >= in.length) {
                throw new JsonSyntaxException(in.length, "the closing quote of the string at byte " + start);
            }
            byte c = in[i];
            if (c == '"') {
                break;
            }
            if (c == '\\') {
                escaped = true;
                i = escape(i);
            } else if (c >= 0 && c < 0x20) {
                throw new JsonSyntaxException(i, "no raw control character in a string");
            } else {
                i++;
            }
        }
        at = i + 1;
        return new Json.Str(in, start, at, escaped);
    }

    /** Checks the escape at {@code i}; returns the byte after it. */
    private int escape(int i) {
        byte c = i + 1 < in.length ? in[i + 1] : 0;
        if (c == 'u') {
            for (int k = i + 2; k < i + 6; k++) {
                if (k >= in.length || Character.digit(in[k], 16) < 0) {
                    throw new JsonSyntaxException(i, "four hexadecimal digits after \\u");
                }
            }
            return i + 6;
        }
        if ("\"\\/bfnrt".indexOf(c) < 0 || c == 0) {
            throw new JsonSyntaxException(i, "a JSON escape");
        }
        return i + 2;
    }

    private Json number() {
        int start = at;
        if (in[at] == '-') {
            at++;
        }
        if (at < in.length && in[at] == '0') {
            at++;
        } else {
            digits(start);
        }
        if (at < in.length && in[at] == '.') {
            at++;
            digits(start);
        }
        if (at < in.length && (in[at] == 'e' || in[at] == 'E')) {
            at++;
            if (at < in.length && (in[at] == '+' || in[at] == '-')) {
                at++;
            }
            digits(start);
        }
        return new Json.Num(start, at, Utf8.decode(in, start, at));
    }

    private void digits(int start) {
        int first = at;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw new JsonSyntaxException(start, "a value");
        }
    }

    private int peek(String expected) {
        if (at >= in.length) {
            throw new JsonSyntaxException(at, expected);
        }
        return in[at];
    }

    private void skipSpace() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
    }
}
