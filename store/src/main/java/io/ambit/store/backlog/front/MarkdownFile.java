package io.ambit.store.backlog.front;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Markdown file with or without front matter: what it says, and the same file with some of it changed. */
public final class MarkdownFile {
    private final MarkdownText text;
    private final FrontMatter front;

    private MarkdownFile(MarkdownText text, FrontMatter front) {
        this.text = text;
        this.front = front;
    }

    /**
     * Reads a file.
     *
     * @throws FrontMatterException where its front matter is no YAML
     */
    public static MarkdownFile of(String text) {
        MarkdownText parts = MarkdownText.of(text);
        if (!parts.hasFront()) {
            return new MarkdownFile(parts, FrontMatter.NONE);
        }
        return YamlReader.read(parts.front())
                .map(map -> new MarkdownFile(parts, new FrontMatter(map.fields())))
                // Text between two rules is text.
                .orElseGet(() -> new MarkdownFile(parts.allBody(), FrontMatter.NONE));
    }

    /** A file whose front matter cannot be read, its text taken for body as a whole. */
    public static MarkdownFile unread(String text) {
        return new MarkdownFile(MarkdownText.of(text).allBody(), FrontMatter.NONE);
    }

    /**
     * A new file: keys in order, then the text.
     *
     * @throws FrontMatterException where the keys are too many or too deep to be read again
     */
    public static String written(List<Value.Field> fields, String body) {
        StringBuilder out = new StringBuilder("---\n");
        for (Value.Field field : fields) {
            out.append(YamlText.entry(field.name(), plain(field.value()), 0, "\n"))
                    .append('\n');
        }
        out.append("---\n").append(body);
        return body.isEmpty() || body.endsWith("\n")
                ? out.toString()
                : out.append('\n').toString();
    }

    public String text() {
        return text.text();
    }

    public FrontMatter front() {
        return front;
    }

    public boolean hasFront() {
        return text.hasFront();
    }

    /** What follows the front matter, every character of it. */
    public String body() {
        return text.body();
    }

    /** The same file with another text; its front matter stays. */
    public MarkdownFile withBody(String body) {
        return of(text().substring(0, text.bodyStart()) + body);
    }

    /**
     * The same file with other values for these keys; an empty one takes the key out. Keys that are not there yet come
     * last. Everything else stays as it is, character for character.
     *
     * @throws FrontMatterException where that cannot be done
     */
    public MarkdownFile with(Map<String, Optional<Value>> changes) {
        String edited = text();
        for (Map.Entry<String, Optional<Value>> change : changes.entrySet()) {
            edited = FrontMatterEdit.apply(
                    edited, change.getKey(), change.getValue().map(MarkdownFile::plain));
        }
        MarkdownFile after = of(edited);
        check(changes, after);
        return after;
    }

    /** A file that reads otherwise than it was meant to is not written. */
    private void check(Map<String, Optional<Value>> changes, MarkdownFile after) {
        List<Value.Field> untouched = without(front, changes);
        boolean isSame = untouched.equals(without(after.front, changes)) && body().equals(after.body());
        for (Map.Entry<String, Optional<Value>> change : changes.entrySet()) {
            Value expected = change.getValue().map(MarkdownFile::plain).orElse(null);
            isSame &= Objects.equals(after.front.fields().get(change.getKey()), expected);
        }
        if (!isSame) {
            throw new FrontMatterException(
                    "the front matter is written in a way that cannot be edited in place: change "
                            + String.join(", ", changes.keySet()) + " in an editor");
        }
    }

    private static List<Value.Field> without(FrontMatter front, Map<String, Optional<Value>> changes) {
        return front.fields().fields().stream()
                .filter(field -> !changes.containsKey(field.name()))
                .toList();
    }

    /** The value as YAML will give it back. */
    private static Value plain(Value value) {
        return switch (value) {
            case Value.Str text -> new Value.Str(wellFormed(text.text()), false);
            case Value.Num number ->
                Scalars.isNumber(number.spelling()) ? number : new Value.Str(wellFormed(number.spelling()), false);
            case Value.Arr list -> {
                List<Value> items = new ArrayList<>();
                list.items().forEach(item -> items.add(plain(item)));
                yield new Value.Arr(items, false);
            }
            case Value.Obj map -> {
                List<Value.Field> fields = new ArrayList<>();
                map.fields()
                        .forEach(field -> fields.add(new Value.Field(wellFormed(field.name()), plain(field.value()))));
                yield new Value.Obj("", fields, false);
            }
            case Value.Bool flag -> flag;
            case Value.Null none -> none;
        };
    }

    /** Half of a surrogate pair cannot be written to a file. */
    private static String wellFormed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return out.toString();
    }
}
