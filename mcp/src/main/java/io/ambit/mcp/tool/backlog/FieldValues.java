package io.ambit.mcp.tool.backlog;

import io.ambit.core.text.Value;
import io.ambit.mcp.tool.schema.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as values of front matter. */
final class FieldValues {
    private static final int MAX_DEPTH = 8;

    private FieldValues() {}

    static Value text(String text) {
        return new Value.Str(text, false);
    }

    static Value texts(List<String> texts) {
        return new Value.Arr(texts.stream().map(FieldValues::text).toList(), false);
    }

    /**
     * A value of JSON.
     *
     * @throws io.ambit.core.error.InvalidInputException where it is nested too deeply to be read by people
     */
    static Value of(@Nullable Object json, String name, Arguments arguments) {
        return of(json, name, arguments, 0);
    }

    private static Value of(@Nullable Object json, String name, Arguments arguments, int depth) {
        if (depth > MAX_DEPTH) {
            throw arguments.wrong(
                    "`fields." + name + "` expected at most " + MAX_DEPTH + " levels of lists and objects, got more");
        }
        return switch (json) {
            case null -> Value.Null.VALUE;
            case String text -> new Value.Str(text, false);
            case Boolean flag -> new Value.Bool(flag);
            case Number number -> new Value.Num(number.toString());
            case List<?> list -> {
                List<Value> items = new ArrayList<>();
                list.forEach(item -> items.add(of(item, name, arguments, depth + 1)));
                yield new Value.Arr(items, false);
            }
            case Map<?, ?> map -> {
                List<Value.Field> fields = new ArrayList<>();
                map.forEach((key, value) ->
                        fields.add(new Value.Field(String.valueOf(key), of(value, name, arguments, depth + 1))));
                yield new Value.Obj("", fields, false);
            }
            default -> throw arguments.wrong("`fields." + name + "` expected JSON");
        };
    }
}
