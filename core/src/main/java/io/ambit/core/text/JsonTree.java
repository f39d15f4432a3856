package io.ambit.core.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps, lists, texts, numbers and truth values. */
public final class JsonTree {
    private JsonTree() {}

    /**
     * The JSON text of a tree, on one line, members in the order of the map.
     *
     * @throws IllegalArgumentException where it holds anything else, a number that is not finite included
     */
    public static String write(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private static void write(@Nullable Object tree, StringBuilder out) {
        switch (tree) {
            case null -> out.append("null");
            case String text -> JsonStrings.quote(text, out);
            case Boolean flag -> out.append(flag.booleanValue());
            case Double number
            when !Double.isFinite(number) ->
                throw new IllegalArgumentException("number " + number + " in JSON, expected a finite one");
            case Number number -> out.append(number);
            case Map<?, ?> members -> {
                char before = '{';
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    out.append(before);
                    before = ',';
                    JsonStrings.quote(String.valueOf(member.getKey()), out);
                    out.append(':');
                    write(member.getValue(), out);
                }
                out.append(before == '{' ? "{}" : "}");
            }
            case Iterable<?> items -> {
                char before = '[';
                for (Object item : items) {
                    out.append(before);
                    before = ',';
                    write(item, out);
                }
                out.append(before == '[' ? "[]" : "]");
            }
            default -> throw new IllegalArgumentException("no JSON for a " + tree.getClass());
        }
    }

    /** The members of an object whose values say something, in order: null, "", and empty lists are left out. */
    public static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            boolean empty = value == null
                    || value.equals("")
                    || (value instanceof List<?> list && list.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
            if (!empty) {
                members.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return members;
    }
}
