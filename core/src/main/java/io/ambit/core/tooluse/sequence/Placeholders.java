package io.ambit.core.tooluse.sequence;

import io.ambit.core.tool.Invocation;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a planned call still waits for a value from a call before it: {@code $1.id}, {@code {{id}}}, {@code <the new id>}. */
final class Placeholders {
    private Placeholders() {}

    static boolean in(Invocation call) {
        return holds(call.arguments());
    }

    private static boolean holds(@Nullable Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> map.values().stream().anyMatch(Placeholders::holds);
            case Collection<?> list -> list.stream().anyMatch(Placeholders::holds);
            case String text -> isOpen(text.strip());
            case null, default -> false;
        };
    }

    private static boolean isOpen(String text) {
        boolean isVariable = text.length() > 1 && text.charAt(0) == '$' && text.charAt(1) != ' ';
        boolean isBracketed =
                (text.startsWith("<") && text.endsWith(">")) || (text.startsWith("[") && text.endsWith("]"));
        return isVariable
                || isBracketed
                || text.contains("${")
                || text.contains("{{")
                || text.equals("?")
                || text.equals("...")
                || text.equals("…")
                || text.equalsIgnoreCase("tbd");
    }
}
