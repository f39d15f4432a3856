package io.ambit.wire.tools;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads definitions of tools in any form that they go about in: an answer to MCP's {@code tools/list}, the {@code tools}
 * of a request in the forms of OpenAI (chat, and Responses with its namespaces), Anthropic and Ollama, lists of these,
 * and one object a line. What is no definition of a function, a server's own tool say, is passed over, and so is one whose schema is nested beyond all sense.
 */
public final class ToolForms {
    private static final List<String> SCHEMAS = List.of("inputSchema", "input_schema", "parameters");

    /** Lists, answers and namespaces within each other; deeper is no form that anyone writes. */
    private static final int MAX_DEPTH = 8;

    private ToolForms() {}

    /**
     * The definitions in a file's text, in order.
     *
     * @param name of the file, for errors
     * @throws InvalidInputException where it is neither JSON nor JSON Lines, or holds no tool
     */
    public static List<ToolDefinition> read(String name, String text) {
        List<ToolDefinition> found = new ArrayList<>();
        try {
            collect(Json.parse(text), "", 0, found);
        } catch (JsonSyntaxException notOne) {
            lines(name, text, found);
        }
        if (found.isEmpty()) {
            throw new InvalidInputException(name + ": no tool in it, expected an answer to tools/list, a list of tools "
                    + "as a request carries it, or one tool a line");
        }
        return found;
    }

    /** The definitions in a value, in order; none where it holds none. */
    public static List<ToolDefinition> of(Json value) {
        List<ToolDefinition> found = new ArrayList<>();
        collect(value, "", 0, found);
        return found;
    }

    private static void lines(String name, String text, List<ToolDefinition> into) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                int before = into.size();
                collect(Json.parse(line), "", 0, into);
                if (into.size() == before) {
                    throw new InvalidInputException(name + ":" + number + ": no tool, expected an object with name");
                }
            } catch (JsonSyntaxException e) {
                throw new InvalidInputException(name + ":" + number + ": " + e.getMessage(), e);
            }
        }
    }

    private static void collect(Json value, String server, int depth, List<ToolDefinition> into) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (value instanceof Json.Arr list) {
            list.items().forEach(item -> collect(item, server, depth + 1, into));
            return;
        }
        Json result = value.get("result");
        Json tools = value.get("tools");
        Json function = value.get("function");
        String name = value.text("name");
        if (result instanceof Json.Obj) {
            collect(result, server, depth + 1, into);
        } else if (tools instanceof Json.Arr) {
            String own = value.text("server");
            collect(tools, own != null ? own : name == null ? server : name, depth + 1, into);
        } else if (function instanceof Json.Obj) {
            collect(function, server, depth + 1, into);
        } else if (name != null && !name.isBlank() && (schema(value) != null || value.text("description") != null)) {
            String own = value.text("server");
            String description = value.text("description");
            Map<String, Object> schema = members(schema(value));
            if (schema != null) {
                into.add(new ToolDefinition(
                        name, description == null ? "" : description, own == null ? server : own, schema));
            }
        }
    }

    /** The members of a schema, none for none; null where it is nested deeper than anyone means. */
    private static @Nullable Map<String, Object> members(Json.@Nullable Obj schema) {
        try {
            return schema == null ? Map.of() : JsonTree.members(schema);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static Json.@Nullable Obj schema(Json tool) {
        for (String each : SCHEMAS) {
            if (tool.get(each) instanceof Json.Obj schema) {
                return schema;
            }
        }
        return null;
    }
}
