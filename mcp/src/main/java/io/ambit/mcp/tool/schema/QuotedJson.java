package io.ambit.mcp.tool.schema;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that came in a string, which some models send where an object or a list is wanted. */
final class QuotedJson {
    private static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NUMBER = 100;

    private static final class TooDeep extends RuntimeException {
        TooDeep() {
            super(null, null, false, false);
        }
    }

    private QuotedJson() {}

    static Optional<List<?>> list(String text) {
        return parse(text, '[').map(List.class::cast);
    }

    static Optional<Map<?, ?>> object(String text) {
        return parse(text, '{').map(Map.class::cast);
    }

    private static Optional<Object> parse(String text, char first) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.charAt(0) != first || stripped.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(tree(Json.parse(stripped), 0));
        } catch (JsonSyntaxException | TooDeep e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object tree(Json json, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep();
        }
        return switch (json) {
            case Json.Obj object -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                object.members().forEach(member -> members.put(member.name().value(), tree(member.value(), depth + 1)));
                yield members;
            }
            case Json.Arr array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.items().forEach(item -> items.add(tree(item, depth + 1)));
                yield items;
            }
            case Json.Str string -> string.value();
            case Json.Num number ->
                number.spelling().length() > MAX_NUMBER ? number.spelling() : new BigDecimal(number.spelling());
            case Json.Bool flag -> flag.value();
            case Json.Null ignored -> null;
        };
    }
}
