package io.ambit.core.tooluse.habit;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ObservedCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call of a session with what is told of it: the tool that it really reached, its effect, its result as a tree. */
final class Seen {
    /** A longer result, in characters, is not parsed. */
    private static final int MAX_PARSED = 400_000;
    /** Where a result ends so, as some hosts print it, it failed. */
    private static final String FAILED_END = "iserror=true";

    private final ObservedCall call;
    private final Invocation invocation;
    private final boolean readable;
    private final Effect effect;
    private final String key;
    private final int tokens;
    private @Nullable Object tree;
    private boolean parsed;

    Seen(ObservedCall call, ToolTraits traits) {
        this.call = call;
        Optional<Invocation> spelled = call.invocation();
        this.readable = spelled.isPresent();
        this.invocation = routed(spelled.orElseGet(() -> new Invocation(call.tool(), Map.of())));
        this.effect = readable ? traits.effect(invocation) : Effect.WRITE;
        this.key = readable ? invocation.canonical() : call.tool() + ' ' + call.arguments();
        this.tokens = TokenSize.of(call.arguments()) + TokenSize.of(call.result());
    }

    /** A tool that hands on to another, named in its arguments beside that one's arguments, is that other one. */
    private static Invocation routed(Invocation outer) {
        ToolName name = ToolName.of(outer.tool());
        if (!name.has(Set.of("tool", "tools")) || !name.has(Set.of("execute", "call", "invoke", "run", "use"))) {
            return outer;
        }
        for (String named : List.of("tool_name", "toolName", "tool", "name")) {
            for (String passed : List.of("params", "arguments", "args", "parameters", "input", "tool_input")) {
                if (outer.arguments().get(named) instanceof String tool
                        && outer.arguments().get(passed) instanceof Map<?, ?> arguments) {
                    return new Invocation(tool, Trees.members(arguments));
                }
            }
        }
        return outer;
    }

    ObservedCall call() {
        return call;
    }

    int position() {
        return call.position();
    }

    String tool() {
        return invocation.tool();
    }

    Invocation invocation() {
        return invocation;
    }

    Map<String, Object> arguments() {
        return invocation.arguments();
    }

    Effect effect() {
        return effect;
    }

    /** Equal for calls that ask the same. */
    String key() {
        return key;
    }

    /** What arguments and result take, in tokens. */
    int tokens() {
        return tokens;
    }

    boolean failed() {
        String result = call.result();
        return call.failed()
                || isShellRefusal(result)
                || result.substring(Math.max(0, result.length() - FAILED_END.length()))
                        .toLowerCase(Locale.ROOT)
                        .equals(FAILED_END);
    }

    /** "ls: cannot access x: No such file or directory", with whatever the shell adds below. */
    private static boolean isShellRefusal(String result) {
        String first = result.strip().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        return first.endsWith(": no such file or directory")
                || first.endsWith(": command not found")
                || first.endsWith(": permission denied");
    }

    /** Whether an answer came that is no failure; the arguments were readable then. */
    boolean succeeded() {
        return readable && !failed() && !call.result().isBlank();
    }

    /** Whether the answer says that there is nothing. */
    boolean isEmptyHanded() {
        String text = call.result().strip();
        return text.length() <= 2 || text.equals("null") || text.equals("None");
    }

    /** The result as a tree; null where it is no JSON object or list. */
    @Nullable Object tree() {
        if (!parsed) {
            parsed = true;
            String text = call.result().strip();
            if (text.length() <= MAX_PARSED && (text.startsWith("{") || text.startsWith("["))) {
                try {
                    tree = Trees.content(JsonTree.of(Json.parse(text)));
                } catch (JsonSyntaxException notJson) {
                    tree = null;
                }
            }
        }
        return tree;
    }
}
