package io.ambit.gateway.tools;

import java.util.Set;

/**
 * What is done about tools.
 *
 * @param allow names of tools whose calls may be set right though they write, or may write
 * @param deny names of tools whose calls never are
 */
public record ToolSettings(ToolMode mode, Set<String> allow, Set<String> deny) {
    public static final ToolSettings DEFAULT = of(ToolMode.OBSERVE);

    public ToolSettings {
        allow = Set.copyOf(allow);
        deny = Set.copyOf(deny);
    }

    /** A mode, with nothing said about single tools. */
    public static ToolSettings of(ToolMode mode) {
        return new ToolSettings(mode, Set.of(), Set.of());
    }

    /**
     * Whether calls of a tool may be set right.
     *
     * @param writes whether it changes anything, or may
     */
    public boolean repairs(String tool, boolean writes) {
        return !deny.contains(tool) && (!writes || allow.contains(tool));
    }
}
