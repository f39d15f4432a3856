package io.ambit.core.tooluse.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Trees of maps and lists by JSON Pointers (RFC 6901); an edit makes a new tree and leaves the old one as it is. */
final class TreeEdit {
    private static final int MOST_DIGITS = 6;

    private TreeEdit() {}

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps.subList(1, steps.size());
    }

    static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    static String name(String pointer) {
        return steps(pointer).getLast();
    }

    /** What stands at a place; null where nothing does. */
    static @Nullable Object at(@Nullable Object tree, String pointer) {
        Object at = tree;
        if (!pointer.isEmpty()) {
            for (String step : steps(pointer)) {
                at = child(at, step);
            }
        }
        return at;
    }

    /** Whether an object or a list stands at a place. */
    static boolean holds(@Nullable Object tree, String pointer) {
        Object at = at(tree, pointer);
        return at instanceof Map || at instanceof List;
    }

    static @Nullable Object child(@Nullable Object tree, String step) {
        if (tree instanceof Map<?, ?> members) {
            return members.get(step);
        }
        int index = index(step);
        return tree instanceof List<?> items && index >= 0 && index < items.size() ? items.get(index) : null;
    }

    static int index(String step) {
        boolean isIndex =
                !step.isEmpty() && step.length() <= MOST_DIGITS && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return isIndex ? Integer.parseInt(step) : -1;
    }

    /** The tree with another value at a place that is there. */
    static Map<String, Object> set(Map<String, Object> tree, String pointer, @Nullable Object value) {
        return members(edit(tree, pointer.isEmpty() ? List.of() : steps(pointer), old -> value));
    }

    /** The tree with a member under another name, in the same place of its object. */
    static Map<String, Object> rename(Map<String, Object> tree, String pointer, String name) {
        String old = name(pointer);
        return members(edit(tree, parentSteps(pointer), object -> {
            Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
            ((Map<?, ?>) object)
                    .forEach((key, member) -> renamed.put(key.equals(old) ? name : String.valueOf(key), member));
            return renamed;
        }));
    }

    static Map<String, Object> remove(Map<String, Object> tree, String pointer) {
        String old = name(pointer);
        return members(edit(tree, parentSteps(pointer), object -> {
            Map<String, @Nullable Object> left = new LinkedHashMap<>();
            ((Map<?, ?>) object).forEach((key, member) -> left.put(String.valueOf(key), member));
            left.remove(old);
            return left;
        }));
    }

    /** The tree with one member more, which may be there already. */
    static Map<String, Object> put(Map<String, Object> tree, String pointer, @Nullable Object value) {
        String name = name(pointer);
        return members(edit(tree, parentSteps(pointer), object -> {
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            ((Map<?, ?>) object).forEach((key, member) -> more.put(String.valueOf(key), member));
            more.put(name, value);
            return more;
        }));
    }

    private static List<String> parentSteps(String pointer) {
        List<String> steps = steps(pointer);
        return steps.subList(0, steps.size() - 1);
    }

    private static @Nullable Object edit(
            @Nullable Object tree, List<String> steps, UnaryOperator<@Nullable Object> change) {
        if (steps.isEmpty()) {
            return change.apply(tree);
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (tree instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> edited = new LinkedHashMap<>();
            members.forEach((key, member) ->
                    edited.put(String.valueOf(key), key.equals(step) ? edit(member, rest, change) : member));
            return edited;
        }
        if (tree instanceof List<?> items && index(step) >= 0 && index(step) < items.size()) {
            List<@Nullable Object> edited = new ArrayList<>(items);
            edited.set(index(step), edit(items.get(index(step)), rest, change));
            return edited;
        }
        throw new IllegalStateException("nothing at " + step);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what is made of a map is one
    private static Map<String, Object> members(@Nullable Object tree) {
        return (Map<String, Object>) tree;
    }
}
