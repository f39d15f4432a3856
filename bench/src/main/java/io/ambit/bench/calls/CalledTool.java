package io.ambit.bench.calls;

import io.ambit.bench.JsonLines;
import io.ambit.core.error.AmbitException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.wire.tools.ToolForms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that was judged.
 *
 * @param tools what could be called
 * @param error the class of what is wrong with it, empty for a right call
 * @param repair the call that was meant, empty where that cannot be known and for a right call
 */
public record CalledTool(
        String id, List<ToolDefinition> tools, Invocation call, Optional<String> error, Optional<Invocation> repair) {

    /**
     * Reads JSON Lines.
     *
     * @throws AmbitException where the file cannot be read, or a line is wrong, with its number
     */
    public static List<CalledTool> read(Path file) {
        return JsonLines.read(file, CalledTool::of);
    }

    private static CalledTool of(JsonFields line) {
        Json functions = line.object().get("functions");
        return new CalledTool(
                line.text("id"),
                functions == null ? List.of() : ToolForms.of(functions),
                call(line.object().get("call"))
                        .orElseThrow(() -> new AmbitException("no 'call', expected {\"name\", \"arguments\"}")),
                line.flag("valid", false) ? Optional.empty() : Optional.of(line.required("error")),
                call(line.object().get("repair")));
    }

    private static Optional<Invocation> call(@Nullable Json call) {
        String name = call == null ? null : call.text("name");
        if (call == null || name == null) {
            return Optional.empty();
        }
        if (call.get("arguments") instanceof Json.Obj arguments) {
            return Optional.of(new Invocation(name, JsonTree.members(arguments)));
        }
        String spelled = call.text("arguments");
        return Invocation.parse(name, spelled == null ? "" : spelled);
    }
}
