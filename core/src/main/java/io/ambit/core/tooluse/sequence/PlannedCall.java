package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;

/**
 * A call of a plan.
 *
 * @param made whether it was made already, so that its answer is there
 */
public record PlannedCall(Invocation call, boolean made) {}
