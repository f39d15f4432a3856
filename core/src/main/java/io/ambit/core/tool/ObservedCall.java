package io.ambit.core.tool;

import java.util.Optional;

/**
 * A call that an agent made, with what it got.
 *
 * @param position among the calls of its session, counted from 0
 * @param iteration which assistant message made it, counted from 0; calls of one iteration were made at once
 * @param arguments as they were sent, mostly JSON
 * @param request what the person had asked last before it, "" where nobody had
 * @param said what the model said along with the call, "" for nothing
 * @param result the tool's whole answer, "" where none came
 * @param failed whether the answer says that the call failed
 */
public record ObservedCall(
        int position,
        int iteration,
        String tool,
        String arguments,
        String request,
        String said,
        String result,
        boolean failed) {

    /** The call by itself; empty where its arguments are no JSON object. */
    public Optional<Invocation> invocation() {
        return Invocation.parse(tool, arguments);
    }
}
