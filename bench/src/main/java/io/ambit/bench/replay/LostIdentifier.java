package io.ambit.bench.replay;

/**
 * An identifier that a step used and its request lacked.
 *
 * @param identifier as the step wrote it
 * @param call the tool call that used it, the beginning of it
 * @param heldBy index of the last message before the step that holds it
 * @param heldByTool the tool that answered so, "" where it is no tool's answer
 * @param around the message's text around it
 * @param shown what was forwarded in that message's place, the beginning of it; "" where it was left out
 */
public record LostIdentifier(
        String identifier, String call, int heldBy, String heldByTool, String around, String shown) {}
