package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arguments that ask for more with an item than itself: {@code hydrate}, {@code expand}, {@code include_comments}. */
public final class Hydration {
    private static final Set<String> FLAGS =
            Set.of("hydrate", "expand", "include", "with", "embed", "populate", "deep");

    /** Verbs that read one item. */
    private static final Set<String> ITEMS = Set.of("get", "read", "show", "view", "describe", "fetch");

    private Hydration() {}

    /** Whether an argument of this name and value asks for more. */
    static boolean asksMore(String name, Object value) {
        boolean isOn = Boolean.TRUE.equals(value) || (value instanceof List<?> list && !list.isEmpty());
        return isOn && isFlag(name);
    }

    static boolean isFlag(String name) {
        List<String> words = ToolName.of(name).words();
        return !words.isEmpty() && FLAGS.contains(words.get(0));
    }

    /** The words by which a flag is known as one. */
    static Set<String> flagWords() {
        return FLAGS;
    }

    /** Whether one call reads the same item as the other, and more with it; of a list more may be other items. */
    public static boolean covers(Invocation full, Invocation plain) {
        return ToolName.of(full.tool()).has(ITEMS)
                && full.tool().equals(plain.tool())
                && full.arguments().entrySet().stream().anyMatch(each -> asksMore(each.getKey(), each.getValue()))
                && plain.arguments().entrySet().stream().noneMatch(each -> asksMore(each.getKey(), each.getValue()))
                && bare(full).equals(bare(plain));
    }

    private static String bare(Invocation call) {
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        arguments
                .entrySet()
                .removeIf(each -> isFlag(each.getKey())
                        && (each.getValue() instanceof Boolean || each.getValue() instanceof List<?>));
        return new Invocation(call.tool(), arguments).canonical();
    }
}
