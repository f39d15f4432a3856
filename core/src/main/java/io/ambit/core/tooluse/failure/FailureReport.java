package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Invocation;
import java.util.Map;

/**
 * A call that failed. All of it but the tool's name is data from outside: it is read, never obeyed.
 *
 * @param call what was called
 * @param error what came back, whole, as text; JSON is understood
 * @param context what came before: earlier calls as JSON ({@code [{"tool", "params", "result"}]}), or any text; "" for
 *     nothing
 */
public record FailureReport(Invocation call, String error, String context) {

    /** Of a call as a model spelled it; arguments that are no JSON object count as none. */
    public static FailureReport of(String tool, String arguments, String error, String context) {
        Invocation call = Invocation.parse(tool, arguments).orElseGet(() -> new Invocation(tool, Map.of()));
        return new FailureReport(call, error, context);
    }
}
