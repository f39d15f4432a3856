package io.ambit.core.tooluse.failure;

import io.ambit.core.session.SessionId;
import io.ambit.core.tool.Invocation;

/**
 * What was called after a failure and reached what the failed call was for.
 *
 * @param session where it happened
 * @param failed what failed
 * @param worked what was called then, with success
 * @param error the line that told the failure
 * @param confidence that the second call was for what the first one was for, 0 to 1
 * @param distance how many calls later, 1 for the next one
 */
public record Recovery(
        SessionId session, Invocation failed, Invocation worked, String error, double confidence, int distance) {

    /** Whether another tool did it. */
    public boolean otherTool() {
        return !failed.tool().equals(worked.tool());
    }
}
