package io.ambit.mcp.tool;

/** An agent as provenance names it. */
public final class AgentName {
    private static final int MAX_LENGTH = 80;

    private AgentName() {}

    /** {@code agent:NAME}, of letters, digits and a few signs. */
    public static String of(ToolCall call) {
        StringBuilder name = new StringBuilder("agent:");
        call.client()
                .codePoints()
                .limit(MAX_LENGTH)
                .map(c -> Character.isLetterOrDigit(c) || "._-@/ ".indexOf(c) >= 0 ? c : '_')
                .forEach(name::appendCodePoint);
        return call.client().isBlank() ? "agent:unnamed" : name.toString().strip();
    }
}
