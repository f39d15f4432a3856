package io.ambit.gateway.tools;

import io.ambit.core.tool.ToolEffect;
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

    /** Whether calls of a tool may be set right. */
    public boolean repairs(String tool, ToolEffect effect) {
        return !deny.contains(tool) && (effect == ToolEffect.READS || allow.contains(tool));
    }
}
