package io.ambit.core.routing.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a model spells its calls of tools in its own tokens; the model server turns them into the wire format's. */
public enum ToolDialect {
    /** The profile does not say. */
    UNKNOWN,
    /** Takes no tools. */
    NONE,
    /** No tokens of its own: the server writes the tools into the prompt and reads JSON from the answer. */
    PROMPTED,
    /** A JSON object between {@code <tool_call>} and {@code </tool_call>}. */
    HERMES,
    /** A JSON list of objects between the same marks. */
    HERMES_LIST,
    /** {@code <function=NAME><parameter=KEY>} between the same marks. */
    QWEN_XML,
    /** A bare JSON object with {@code name} and {@code parameters}. */
    LLAMA_JSON,
    /** A JSON list after {@code [TOOL_CALLS]}. */
    MISTRAL,
    /** A message on a channel of its own, to a recipient. */
    HARMONY,
    /** Marks of DeepSeek's own around a name and fenced JSON. */
    DEEPSEEK;

    /** Its name in a profile's file. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The dialect of that name in a file. */
    public static Optional<ToolDialect> ofTitle(String title) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.title().equals(title))
                .findFirst();
    }
}
