package io.ambit.core.tooluse.sequence;

/**
 * A step that sessions took which reached such a goal.
 *
 * @param kind "missing", "next" or "cheaper"
 * @param tool to call
 * @param beside the tool of the plan that it goes before, follows, or stands for
 * @param sessions how many that reached such a goal show it
 * @param of how many could have
 */
public record StepAdvice(String kind, String tool, String beside, int sessions, int of, String reason) {}
