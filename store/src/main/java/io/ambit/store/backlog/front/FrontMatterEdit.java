package io.ambit.store.backlog.front;

import io.ambit.core.text.Value;
import java.util.List;
import java.util.Optional;

/** One key of a file's front matter set or taken out; the result is checked by {@link MarkdownFile#with}. */
final class FrontMatterEdit {
    private final MarkdownText file;
    private final YamlMap map;
    private final String yaml;

    private FrontMatterEdit(MarkdownText file, YamlMap map) {
        this.file = file;
        this.map = map;
        this.yaml = file.front();
    }

    static String apply(String text, String key, Optional<Value> value) {
        MarkdownText file = MarkdownText.of(text);
        Optional<YamlMap> map = file.hasFront() ? YamlReader.read(file.front()) : Optional.empty();
        if (map.isEmpty()) {
            return value.map(set -> begun(file.allBody(), key, set)).orElse(text);
        }
        if (map.get().inBraces()) {
            throw new FrontMatterException("the front matter stands in braces: write it as lines to have it edited");
        }
        return new FrontMatterEdit(file, map.get()).apply(key, value);
    }

    /** A file without front matter gets one. */
    private static String begun(MarkdownText file, String key, Value value) {
        String end = file.lineEnd();
        return file.text().substring(0, file.bodyStart())
                + "---" + end
                + YamlText.entry(key, value, 0, end) + end
                + "---" + end
                + file.body();
    }

    private String apply(String key, Optional<Value> value) {
        List<YamlMap.Entry> entries =
                map.entries().stream().filter(entry -> entry.key().equals(key)).toList();
        String edited;
        if (value.isEmpty()) {
            edited = yaml;
            for (YamlMap.Entry entry : entries.reversed()) {
                edited =
                        edited.substring(0, lineStart(entry.keyStart())) + edited.substring(nextLine(entry.valueEnd()));
            }
        } else if (entries.isEmpty()) {
            edited = yaml + YamlText.entry(key, value.get(), column(), file.lineEnd()) + file.lineEnd();
        } else if (value.get().equals(map.fields().get(key))) {
            edited = yaml;
        } else {
            edited = replaced(entries.getFirst(), value.get());
        }
        return file.text().substring(0, file.frontStart())
                + edited
                + file.text().substring(file.frontEnd());
    }

    private String replaced(YamlMap.Entry entry, Value value) {
        Optional<Value> added = added(entry, value);
        if (added.isPresent()) {
            int end = lineEnd(entry.valueEnd());
            return yaml.substring(0, end)
                    + file.lineEnd()
                    + YamlText.block(added.get(), columnOf(entry.valueStart()), file.lineEnd())
                    + yaml.substring(end);
        }
        int colon = yaml.indexOf(':', entry.keyEnd()) + 1;
        int valueStart = Math.max(colon, entry.valueStart());
        int valueEnd = Math.max(valueStart, entry.valueEnd());
        // White space and comments; a comment on the line of the key stays there.
        String between = yaml.substring(colon, valueStart);
        int border = between.lastIndexOf('\n') + 1;
        String before = yaml.substring(0, colon);
        String after = yaml.substring(valueEnd);
        int inner = columnOf(entry.keyStart()) + 2;
        if (!YamlText.isBlock(value)) {
            String written = YamlText.inline(value, inner, file.lineEnd());
            boolean isLong = written.indexOf('\n') >= 0;
            if (border > 0) {
                String comment = between.stripTrailing();
                return isLong && !comment.isEmpty()
                        ? before + " " + written + comment(comment, inner) + after
                        : before + " " + written + comment + after;
            }
            if (!isLong) {
                return before + (between.isEmpty() ? " " : between) + written + after;
            }
            int end = lineEnd(valueEnd);
            String tail = yaml.substring(valueEnd, end).strip();
            return before + " " + written + comment(tail, inner) + yaml.substring(end);
        }
        if (border > 0) {
            int own = columnOf(entry.valueStart());
            // A list may stand at the column of its key, a mapping may not.
            boolean fits = entry.block() && (value instanceof Value.Arr || own > columnOf(entry.keyStart()));
            int column = fits ? own : inner;
            return before + between.substring(0, border) + YamlText.block(value, column, file.lineEnd()) + after;
        }
        int end = lineEnd(valueEnd);
        return before
                + yaml.substring(valueEnd, end)
                + file.lineEnd()
                + YamlText.block(value, inner, file.lineEnd())
                + yaml.substring(end);
    }

    /** Text of several lines cannot have a comment behind it: it gets a line of its own below, at the key's column. */
    private String comment(String comment, int inner) {
        return comment.isEmpty() ? "" : file.lineEnd() + " ".repeat(inner - 2) + comment.strip();
    }

    /** What only comes after the items of a list that stands on lines of its own: their lines need not be touched. */
    private Optional<Value> added(YamlMap.Entry entry, Value value) {
        if (!entry.block()
                || yaml.charAt(entry.valueStart()) != '-'
                || !(value instanceof Value.Arr after)
                || !(map.fields().get(entry.key()) instanceof Value.Arr before)) {
            return Optional.empty();
        }
        int count = before.items().size();
        boolean isLonger =
                count < after.items().size() && after.items().subList(0, count).equals(before.items());
        return isLonger
                ? Optional.of(
                        new Value.Arr(after.items().subList(count, after.items().size()), false))
                : Optional.empty();
    }

    private int column() {
        return map.entries().isEmpty() ? 0 : columnOf(map.entries().getFirst().keyStart());
    }

    private int columnOf(int at) {
        return at - lineStart(at);
    }

    private int lineStart(int at) {
        return yaml.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line ends that holds the character before this place, its line end not counted. */
    private int lineEnd(int at) {
        int end = yaml.indexOf('\n', at);
        end = end < 0 ? yaml.length() : end;
        return end > at && yaml.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private int nextLine(int at) {
        int end = yaml.indexOf('\n', at);
        return end < 0 ? yaml.length() : end + 1;
    }
}
