package io.ambit.mcp.tool.memory;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.Content;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.RecordKind;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.schema.Arguments;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A content as a model gives it.
 *
 * @param fields members of its JSON form
 */
record GivenContent(RecordKind kind, Map<String, Object> fields) {
    private static final String EPISODE_CONTEXT = "context";

    /** The member that a text alone stands for. */
    static String mainMember(RecordKind kind, Arguments arguments) {
        return switch (kind) {
            case INSIGHT -> "content";
            case EPISODE -> "goal";
            case DOCUMENT, TURN -> "text";
            case PATTERN, SKILL -> "name";
            case ANTI_PATTERN -> "whatFails";
            case FACT ->
                throw arguments.wrong("a fact takes no `content`, expected `fields` such as"
                        + " {\"subject\":\"api\",\"predicate\":\"port\",\"object\":\"8080\"}");
        };
    }

    /**
     * The content.
     *
     * @throws InvalidInputException where a member is missing, wrong, or none that the kind has
     */
    Content read(Arguments arguments) {
        Map<String, Object> given = new LinkedHashMap<>(fields);
        if (kind == RecordKind.DOCUMENT && given.get("text") instanceof String text) {
            given.putIfAbsent("name", QuotedRecord.line(text));
        }
        Content content;
        try {
            content = ContentJson.read(kind, JsonTree.write(given));
        } catch (InvalidInputException e) {
            throw arguments.wrong("`content` and `fields` make no " + e.getMessage());
        } catch (IllegalArgumentException | StackOverflowError e) {
            throw arguments.wrong("`fields` expected an object of texts, numbers and lists");
        }
        Map<String, Object> known = new LinkedHashMap<>(ContentJson.tree(content));
        if (kind == RecordKind.EPISODE && known.get(EPISODE_CONTEXT) instanceof Map<?, ?> nested) {
            nested.forEach((name, value) -> known.put(String.valueOf(name), value));
        }
        given.forEach((name, value) -> {
            if (value != null && saysSomething(value) && !known.containsKey(name)) {
                throw arguments.wrong(
                        "`fields." + QuotedRecord.line(name) + "` is none that a " + kind.label() + " has");
            }
        });
        return content;
    }

    private static boolean saysSomething(Object value) {
        return !JsonTree.object("value", value).isEmpty()
                && !(value instanceof String text && text.isBlank())
                && !(value instanceof Number number && number.doubleValue() == 0);
    }
}
