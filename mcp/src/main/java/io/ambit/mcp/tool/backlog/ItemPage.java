package io.ambit.mcp.tool.backlog;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.Reference;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.text.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Items as a model gets to see them: a line in square brackets that says what it is, its text as quoted data, of which
 * every line begins with {@code "> "}, and a line that ends it. Nothing stored can begin a line otherwise.
 */
final class ItemPage {
    private static final int MAX_TITLE = 120;
    private static final int MAX_NAME = 200;
    /** Some files tell a story in place of a status. */
    static final int MAX_STATE = 40;
    /** What the frame says already. */
    private static final Set<String> IN_FRAME = Set.of(
            FrontMatter.ID,
            FrontMatter.TYPE,
            FrontMatter.TITLE,
            FrontMatter.STATUS,
            FrontMatter.PARENT,
            FrontMatter.TAGS,
            FrontMatter.UPDATED,
            FrontMatter.REFERENCES);

    private ItemPage() {}

    /** What an item says, with as much of its text as is shown: what of its front matter is content, then that. */
    static String text(Item item, String body) {
        StringBuilder out = new StringBuilder(body.length() + 200);
        for (Value.Field field : item.front().fields().fields()) {
            List<String> texts = item.front().texts(field.name());
            if (!IN_FRAME.contains(field.name()) && !texts.isEmpty()) {
                out.append(field.name())
                        .append(": ")
                        .append(String.join("; ", texts))
                        .append('\n');
            }
        }
        for (Reference reference : item.references()) {
            out.append("reference: ")
                    .append(reference.url())
                    .append(reference.title().isEmpty() ? "" : " (" + reference.title() + ")")
                    .append('\n');
        }
        return out.append(body.strip()).toString().strip();
    }

    /** An item on one line, safe to show; ends with a line break. */
    static String row(Item item) {
        return plain(item.id().value(), MAX_NAME) + " | " + state(item) + " | " + plain(item.title(), MAX_TITLE) + "\n";
    }

    /** What stands in an item's frame. */
    static String name(Item item) {
        return plain(item.id().value(), MAX_NAME) + " \"" + plain(item.title(), MAX_TITLE) + "\" (" + state(item)
                + (item.tags().isEmpty()
                        ? ""
                        : "; tags " + plain(item.tags().stream().collect(Collectors.joining(", ")), MAX_NAME))
                + "; updated " + item.updatedAt() + "; file " + plain(item.path(), MAX_NAME) + ")";
    }

    private static String state(Item item) {
        return plain(item.type().name(), MAX_NAME)
                + (item.status().isBlank() ? "" : " " + plain(item.status(), MAX_STATE))
                + item.parent()
                        .map(parent -> " in " + plain(parent.value(), MAX_NAME))
                        .orElse("");
    }

    /** Stored text on one line, without what rows and frames are made of. */
    static String plain(String text, int most) {
        StringBuilder out = new StringBuilder();
        SafeText.line(text, most)
                .codePoints()
                .map(c -> c == '[' ? '(' : c == ']' ? ')' : c == '"' ? '\'' : c == '|' ? '/' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /**
     * A text as quoted data.
     *
     * @param name what it is, safe to show
     */
    static String quoted(String name, String text) {
        StringBuilder out = new StringBuilder(text.length() + name.length() + 60);
        out.append('[').append(name).append("; quoted data]\n");
        SafeText.lines(text)
                .lines()
                .forEach(line -> out.append("> ").append(line).append('\n'));
        return out.append("[end]\n").toString();
    }
}
