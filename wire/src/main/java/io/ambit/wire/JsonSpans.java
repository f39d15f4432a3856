package io.ambit.wire;

import io.ambit.core.message.Span;
import io.ambit.core.text.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where JSON values stand in what they were parsed from. */
public final class JsonSpans {
    private JsonSpans() {}

    public static Span of(Json json) {
        return new Span(json.start(), json.end());
    }

    public static List<Span> of(List<Json> items) {
        return items.stream().map(JsonSpans::of).toList();
    }

    /** Of the members of an object, each from its name to the end of its value. */
    public static List<Span> ofMembers(Json.Obj object) {
        return object.members().stream()
                .map(member -> new Span(member.name().start(), member.value().end()))
                .toList();
    }

    /** What a value is, in the words of an error message. */
    public static String kind(@Nullable Json value) {
        return switch (value) {
            case null -> "missing";
            case Json.Obj ignored -> "an object";
            case Json.Arr ignored -> "a list";
            case Json.Str ignored -> "a string";
            case Json.Num ignored -> "a number";
            case Json.Bool ignored -> "a boolean";
            case Json.Null ignored -> "null";
        };
    }
}
