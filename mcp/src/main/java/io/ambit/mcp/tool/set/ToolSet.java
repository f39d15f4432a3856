package io.ambit.mcp.tool.set;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.mcp.tool.Tool;
import io.ambit.mcp.tool.backlog.AssembleTool;
import io.ambit.mcp.tool.backlog.CaptureTool;
import io.ambit.mcp.tool.backlog.CreateTool;
import io.ambit.mcp.tool.backlog.DeleteTool;
import io.ambit.mcp.tool.backlog.GetTool;
import io.ambit.mcp.tool.backlog.ListTool;
import io.ambit.mcp.tool.backlog.ReconcileTool;
import io.ambit.mcp.tool.backlog.SearchTool;
import io.ambit.mcp.tool.backlog.UpdateTool;
import io.ambit.mcp.tool.context.RetrieveContextTool;
import io.ambit.mcp.tool.memory.ForgetTool;
import io.ambit.mcp.tool.memory.MemoryGetTool;
import io.ambit.mcp.tool.memory.RecallTool;
import io.ambit.mcp.tool.memory.RememberTool;
import io.ambit.mcp.tool.memory.TimelineTool;
import io.ambit.mcp.tool.schema.NearName;
import io.ambit.mcp.tool.tooluse.OptimizeSequenceTool;
import io.ambit.mcp.tool.tooluse.ReflectTool;
import io.ambit.mcp.tool.tooluse.SuggestTool;
import io.ambit.mcp.tool.tooluse.ValidateCallTool;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tools that a client gets to see, always in the same order, so that a model server's cache of them holds. Their
 * arguments are to be handed to {@link Tool#call} as they came: what a tool takes is more lenient than its schema.
 */
public final class ToolSet {
    public static final String CORE = "core";
    public static final String ALL = "all";

    private static final String SERVER = "ambit";
    private static final Pattern COMMA = Pattern.compile(",");

    /** Seldom wanted, or not by an agent on its own: not in the set that every request pays for. */
    private static final Set<String> EXTRA = Set.of(
            "backlog_delete",
            "backlog_reconcile_context",
            "backlog_optimize_sequence",
            "memory_forget",
            "backlog_suggest_tool",
            "backlog_validate_call",
            "backlog_reflect_on_failure");

    private final Map<String, Tool> byName;

    private ToolSet(List<Tool> tools) {
        byName = new LinkedHashMap<>();
        tools.forEach(tool -> byName.put(tool.name(), tool));
    }

    /** Every tool. */
    public static ToolSet all() {
        return new ToolSet(List.of(
                new ListTool(),
                new GetTool(),
                new CreateTool(),
                new UpdateTool(),
                new DeleteTool(),
                new SearchTool(),
                new AssembleTool(),
                new CaptureTool(),
                new ReconcileTool(),
                new OptimizeSequenceTool(),
                new SuggestTool(),
                new RecallTool(),
                new RememberTool(),
                new MemoryGetTool(),
                new ForgetTool(),
                new TimelineTool(),
                new RetrieveContextTool(),
                new ValidateCallTool(() -> all().definitions()),
                new ReflectTool()));
    }

    /** The default set. */
    public static ToolSet core() {
        return all().only(name -> !EXTRA.contains(name));
    }

    /**
     * The set that {@code --tools} names: {@code core}, {@code all}, names of tools, or several of these with commas
     * between them.
     *
     * @throws InvalidInputException where a name is unknown or none is given
     */
    public static ToolSet of(String selection) {
        ToolSet all = all();
        Set<String> chosen = new HashSet<>();
        for (String part : COMMA.split(selection, -1)) {
            String name = part.strip();
            switch (name) {
                case "" -> {
                    // A comma too many names nothing.
                }
                case CORE -> chosen.addAll(core().byName.keySet());
                case ALL -> chosen.addAll(all.byName.keySet());
                default -> chosen.add(all.known(name));
            }
        }
        if (chosen.isEmpty()) {
            throw new InvalidInputException("no tools named, expected core, all, or names such as backlog_get");
        }
        return all.only(chosen::contains);
    }

    private String known(String name) {
        if (!byName.containsKey(name)) {
            throw new InvalidInputException("tool '" + name + "', expected core, all, "
                    + NearName.of(name, byName.keySet())
                            .orElse(byName.keySet().stream().collect(Collectors.joining(", "))));
        }
        return name;
    }

    private ToolSet only(Predicate<String> wanted) {
        return new ToolSet(
                tools().stream().filter(tool -> wanted.test(tool.name())).toList());
    }

    public List<Tool> tools() {
        return List.copyOf(byName.values());
    }

    /** The tools as those of any other server are known. */
    public List<ToolDefinition> definitions() {
        return byName.values().stream()
                .map(tool -> new ToolDefinition(tool.name(), tool.description(), SERVER, tool.inputSchema()))
                .toList();
    }

    public Optional<Tool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
