package io.ambit.core.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps, lists, texts, numbers and truth values. */
public final class JsonTree {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_NUMBER = 400;
    private static final int LONG_DIGITS = 18;

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

    /**
     * A parsed value as a tree: of duplicate members the last counts; a number is a {@link Long} where it is spelled as a
     * whole one that fits, else a {@link BigDecimal}.
     *
     * @throws JsonSyntaxException where it is nested more than 500 deep, or a number is beyond all sense
     */
    public static @Nullable Object of(Json value) {
        return of(value, 0);
    }

    /** The members of a parsed object as a tree, as {@link #of} makes it; a null stays one. */
    public static Map<String, Object> members(Json.Obj object) {
        return members(object, 0);
    }

    private static @Nullable Object of(Json value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new JsonSyntaxException(value.start(), "no more than " + MAX_DEPTH + " levels");
        }
        return switch (value) {
            case Json.Obj object -> members(object, depth);
            case Json.Arr array -> {
                List<@Nullable Object> items = new ArrayList<>(array.items().size());
                array.items().forEach(item -> items.add(of(item, depth + 1)));
                yield items;
            }
            case Json.Str text -> text.value();
            case Json.Bool flag -> flag.value();
            case Json.Num number -> number(number);
            case Json.Null ignored -> null;
        };
    }

    @SuppressWarnings("NullAway") // a JSON null is a member too, and readers of such maps ask for it
    private static Map<String, Object> members(Json.Obj object, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.members().forEach(member -> members.put(member.name().value(), of(member.value(), depth + 1)));
        return members;
    }

    private static Number number(Json.Num number) {
        String spelling = number.spelling();
        if (spelling.length() > MAX_NUMBER) {
            throw new JsonSyntaxException(number.start(), "a number of at most " + MAX_NUMBER + " digits");
        }
        boolean isWhole = spelling.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        try {
            BigDecimal exact = new BigDecimal(spelling);
            return isWhole && exact.precision() <= LONG_DIGITS ? (Number) exact.longValueExact() : exact;
        } catch (NumberFormatException e) {
            throw new JsonSyntaxException(number.start(), "a number of sense");
        }
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
