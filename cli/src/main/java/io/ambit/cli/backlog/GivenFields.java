package io.ambit.cli.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Front matter as it is given on the command line: {@code KEY=VALUE}. A value that is a JSON number, truth value, list
 * or object is that; anything else is text. No value takes the key away.
 */
final class GivenFields {
    private static final Set<String> KEPT =
            Set.of(FrontMatter.ID, FrontMatter.TYPE, FrontMatter.CREATED, FrontMatter.UPDATED);

    private GivenFields() {}

    /**
     * The values by key, in order.
     *
     * @throws InvalidInputException where one has no form, or its key is the backlog's own
     */
    static Map<String, Value> of(List<String> given) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String field : given) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("--set '" + field + "': expected KEY=VALUE");
            }
            String key = field.substring(0, equals);
            if (KEPT.contains(key)) {
                throw new InvalidInputException("--set '" + key + "': the backlog keeps that key itself");
            }
            fields.put(key, value(field.substring(equals + 1)));
        }
        return fields;
    }

    static Value text(String text) {
        return new Value.Str(text, false);
    }

    static Value texts(List<String> texts) {
        return new Value.Arr(texts.stream().map(GivenFields::text).toList(), false);
    }

    /** An address, and a title after white space where there is one. */
    static Value reference(String given) {
        String bare = given.strip();
        int space = 0;
        while (space < bare.length() && !Character.isWhitespace(bare.charAt(space))) {
            space++;
        }
        String url = bare.substring(0, space);
        String title = bare.substring(space).strip();
        if (title.isEmpty()) {
            return text(url);
        }
        return new Value.Obj(
                "", List.of(new Value.Field("url", text(url)), new Value.Field("title", text(title))), false);
    }

    private static Value value(String text) {
        if (text.isEmpty()) {
            return Value.Null.VALUE;
        }
        try {
            return value(Json.parse(text));
        } catch (JsonSyntaxException e) {
            return text(text);
        }
    }

    private static Value value(Json json) {
        return switch (json) {
            case Json.Str text -> text(text.value());
            case Json.Num number -> new Value.Num(number.spelling());
            case Json.Bool flag -> new Value.Bool(flag.value());
            case Json.Null nothing -> Value.Null.VALUE;
            case Json.Arr list -> {
                List<Value> items = new ArrayList<>();
                list.items().forEach(item -> items.add(value(item)));
                yield new Value.Arr(items, false);
            }
            case Json.Obj object -> {
                List<Value.Field> fields = new ArrayList<>();
                object.members()
                        .forEach(member ->
                                fields.add(new Value.Field(member.name().value(), value(member.value()))));
                yield new Value.Obj("", fields, false);
            }
        };
    }
}
