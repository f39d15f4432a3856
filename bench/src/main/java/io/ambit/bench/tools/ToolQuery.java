package io.ambit.bench.tools;

import io.ambit.bench.JsonLines;
import io.ambit.core.error.AmbitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A request with the tools that are right for it.
 *
 * @param tools by name, at least one
 */
public record ToolQuery(String id, String text, Set<String> tools) {
    public ToolQuery {
        tools = Set.copyOf(tools);
    }

    /**
     * Reads JSON Lines.
     *
     * @throws AmbitException where the file cannot be read, or a line is wrong, with its number
     */
    public static List<ToolQuery> read(Path file) {
        return JsonLines.read(file, line -> {
            Set<String> tools = Set.copyOf(line.texts("tools"));
            if (tools.isEmpty()) {
                throw new AmbitException("no 'tools', expected the names of the right ones");
            }
            return new ToolQuery(line.required("id"), line.required("text"), tools);
        });
    }
}
