package io.ambit.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the block YAML that tools print: nested maps and lists, plain, quoted and block scalars over several lines.
 * Comments, anchors, tags and documents in a row are what people write by hand, in files whose form matters: such text
 * is left alone, and so is anything that could be a list of labels or prose. Linear; depth is bounded.
 */
final class BlockYaml {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_KEY = 80;
    private static final int MIN_KEYS = 3;

    private final String in;
    private final boolean cut;
    private int lines;
    /** Of each line: where its content starts and ends; the column of its content is the difference to its first index. */
    private int[] starts = new int[64];

    private int[] ends = new int[64];
    private int[] columns = new int[64];
    private int line;
    private int keys;
    private int nested;

    private BlockYaml(String text, boolean cut) {
        this.in = text;
        this.cut = cut;
    }

    /** The value, or null where the text is not YAML of this kind. */
    static @Nullable Value read(String text, boolean cut) {
        if (text.indexOf('\n') < 0 || text.indexOf(':') < 0) {
            return null;
        }
        try {
            BlockYaml yaml = new BlockYaml(text, cut);
            if (!yaml.startsLikeYaml()) {
                return null;
            }
            yaml.split();
            Value value = yaml.document();
            return yaml.keys >= MIN_KEYS && yaml.nested > 0 ? value : null;
        } catch (LiteralParser.Fault e) {
            return null;
        }
    }

    /** A quick look at the first line, so that other texts cost nothing. */
    private boolean startsLikeYaml() {
        int end = in.indexOf('\n');
        int at = 0;
        if (in.startsWith("---\n")) {
            at = 4;
            end = in.indexOf('\n', 4);
            end = end < 0 ? in.length() : end;
        }
        while (in.startsWith("- ", at)) {
            at += 2;
        }
        return keyEnd(at, end) >= 0;
    }

    private void split() {
        int at = in.startsWith("---\n") ? 4 : 0;
        while (at < in.length()) {
            int newline = in.indexOf('\n', at);
            int end = newline < 0 ? in.length() : newline;
            int start = at;
            while (start < end && in.charAt(start) == ' ') {
                start++;
            }
            int last = end;
            while (last > start && (in.charAt(last - 1) == ' ' || in.charAt(last - 1) == '\r')) {
                last--;
            }
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
                ends = Arrays.copyOf(ends, lines * 2);
                columns = Arrays.copyOf(columns, lines * 2);
            }
            starts[lines] = start;
            ends[lines] = last;
            columns[lines] = start - at;
            lines++;
            at = end + 1;
        }
    }

    private Value document() {
        skipBlank();
        Value value = node(columns[line], 0);
        skipBlank();
        if (line < lines) {
            throw fault();
        }
        return value;
    }

    private Value node(int column, int depth) {
        if (depth > MAX_DEPTH) {
            throw fault();
        }
        return isItem() ? sequence(column, depth) : map(column, depth);
    }

    private Value.Arr sequence(int column, int depth) {
        List<Value> items = new ArrayList<>();
        while (line < lines && columns[line] == column && isItem()) {
            int after = starts[line] + 1;
            while (after < ends[line] && in.charAt(after) == ' ') {
                after++;
            }
            if (after >= ends[line]) {
                line++;
                skipBlank();
                boolean deeper = line < lines && columns[line] > column;
                items.add(deeper ? node(columns[line], depth + 1) : Value.Null.VALUE);
            } else {
                columns[line] += after - starts[line];
                starts[line] = after;
                if (isItem() || keyEnd(after, ends[line]) >= 0) {
                    nested++;
                    items.add(node(columns[line], depth + 1));
                } else {
                    items.add(scalar(after, column));
                }
            }
            skipBlank();
        }
        if (line < lines && columns[line] > column) {
            throw fault();
        }
        return new Value.Arr(items, cut && line >= lines);
    }

    private Value.Obj map(int column, int depth) {
        List<Value.Field> fields = new ArrayList<>();
        while (line < lines && columns[line] == column && !isItem()) {
            int start = starts[line];
            int colon = keyEnd(start, ends[line]);
            if (colon < 0) {
                if (!cut || line < lines - 1 || fields.isEmpty()) {
                    throw fault();
                }
                fields.add(new Value.Field(in.substring(start, ends[line]), new Value.Str("", true)));
                line++;
                break;
            }
            String key = key(start, colon);
            keys++;
            int after = colon + 1;
            while (after < ends[line] && in.charAt(after) == ' ') {
                after++;
            }
            fields.add(new Value.Field(key, after < ends[line] ? scalar(after, column) : below(column, depth)));
            skipBlank();
        }
        if (line < lines && columns[line] > column) {
            throw fault();
        }
        return new Value.Obj("", fields, cut && line >= lines);
    }

    /** The value of a key that stands alone on its line. */
    private Value below(int column, int depth) {
        line++;
        skipBlank();
        if (line < lines && (columns[line] > column || (columns[line] == column && isItem()))) {
            nested++;
            return node(columns[line], depth + 1);
        }
        return Value.Null.VALUE;
    }

    private Value scalar(int at, int column) {
        char c = in.charAt(at);
        YamlScalar scalar = switch (c) {
            case '|', '>' -> YamlScalar.block(in, at, column);
            case '\'' -> YamlScalar.singleQuoted(in, at);
            case '"' -> YamlScalar.doubleQuoted(in, at);
            case '{', '[' -> flow(at);
            default -> plain(at, column);
        };
        if (scalar == null) {
            throw fault();
        }
        while (line < lines && starts[line] < scalar.end()) {
            line++;
        }
        boolean broken = scalar.cut() || (cut && line >= lines && scalar.value() instanceof Value.Str);
        if (scalar.cut() && !cut) {
            throw fault();
        }
        return scalar.value() instanceof Value.Str text && broken ? new Value.Str(text.text(), true) : scalar.value();
    }

    private @Nullable YamlScalar flow(int at) {
        LiteralParser parser = new LiteralParser(in, at, ends[line]);
        Value value = parser.value();
        return parser.atEnd() && !parser.isCut() ? new YamlScalar(value, ends[line], false) : null;
    }

    /** A plain scalar and the deeper lines that continue it; line ends fold into spaces, blank lines into line ends. */
    private @Nullable YamlScalar plain(int at, int column) {
        if ("&*!%@`#,]}?".indexOf(in.charAt(at)) >= 0 || isLabel(at, ends[line])) {
            return null;
        }
        int last = line;
        int next = line + 1;
        int blank = 0;
        StringBuilder folded = null;
        while (next < lines && (starts[next] == ends[next] || columns[next] > column)) {
            if (starts[next] == ends[next]) {
                blank++;
            } else {
                if (isLabel(starts[next], ends[next])) {
                    return null;
                }
                folded = folded == null ? new StringBuilder(in.substring(at, ends[line])) : folded;
                folded.append(blank == 0 ? " " : "\n".repeat(blank)).append(in, starts[next], ends[next]);
                blank = 0;
                last = next;
            }
            next++;
        }
        String text = folded == null ? in.substring(at, ends[line]) : folded.toString();
        return new YamlScalar(folded == null ? resolved(text) : new Value.Str(text, false), ends[last], false);
    }

    /** Whether a plain line holds what YAML would read as a key or a comment. */
    private boolean isLabel(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = in.charAt(i);
            if (c == ':' && (i + 1 == end || in.charAt(i + 1) == ' ')) {
                return !(cut && i + 1 == in.length());
            }
            if (c == '#' && (i == start || in.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private static Value resolved(String text) {
        return switch (text) {
            case "null", "~", "Null", "NULL" -> Value.Null.VALUE;
            case "true", "True" -> new Value.Bool(true);
            case "false", "False" -> new Value.Bool(false);
            default -> LiteralParser.isNumber(text) ? new Value.Num(text) : new Value.Str(text, false);
        };
    }

    private boolean isItem() {
        int start = starts[line];
        return in.charAt(start) == '-' && (start + 1 == ends[line] || in.charAt(start + 1) == ' ');
    }

    /** The colon that ends the key at {@code start}, or -1 where the line starts with none. */
    private int keyEnd(int start, int end) {
        if (start >= end) {
            return -1;
        }
        char quote = in.charAt(start);
        if (quote == '\'' || quote == '"') {
            return quotedKeyEnd(start, Math.min(end, start + MAX_KEY), quote);
        }
        boolean space = false;
        boolean colon = false;
        for (int i = start; i < Math.min(end, start + MAX_KEY); i++) {
            char c = in.charAt(i);
            if (c == ':' && (i + 1 == end || in.charAt(i + 1) == ' ')) {
                return i > start && !(space && colon) ? i : -1;
            }
            colon |= c == ':';
            space |= c == ' ';
            if (!Character.isLetterOrDigit(c) && " :_-./$@+'".indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    private int quotedKeyEnd(int start, int end, char quote) {
        for (int i = start + 1; i < end - 1; i++) {
            if (in.charAt(i) == quote && in.charAt(i + 1) == quote && quote == '\'') {
                i++;
            } else if (in.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (in.charAt(i) == quote) {
                return in.charAt(i + 1) == ':' && (i + 2 == in.length() || in.charAt(i + 2) <= ' ') ? i + 1 : -1;
            }
        }
        return -1;
    }

    private String key(int start, int colon) {
        String spelled = in.substring(start, colon);
        char quote = in.charAt(start);
        if (quote != '\'' && quote != '"') {
            return spelled;
        }
        YamlScalar scalar = quote == '"' ? YamlScalar.doubleQuoted(spelled, 0) : YamlScalar.singleQuoted(spelled, 0);
        return scalar != null && scalar.value() instanceof Value.Str text ? text.text() : spelled;
    }

    private void skipBlank() {
        while (line < lines && starts[line] == ends[line]) {
            line++;
        }
        // A comment or a tab says that people wrote this.
        if (line < lines && (in.charAt(starts[line]) == '#' || in.charAt(starts[line]) == '\t')) {
            throw fault();
        }
    }

    private LiteralParser.Fault fault() {
        return new LiteralParser.Fault(line < lines ? starts[line] : in.length());
    }
}
