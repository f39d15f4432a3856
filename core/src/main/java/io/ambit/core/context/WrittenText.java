package io.ambit.core.context;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The texts of several lines in a call's arguments: files that the model wrote, edits that it made. */
final class WrittenText {
    private static final int MAX_DEPTH = 8;

    private WrittenText() {}

    static List<String> in(Part.ToolCall call) {
        if (!call.arguments().contains("\\n")) {
            return List.of();
        }
        try {
            List<String> found = new ArrayList<>();
            collect(Json.parse(call.arguments()), found, 0);
            return found;
        } catch (JsonSyntaxException e) {
            return List.of();
        }
    }

    private static void collect(Json json, List<String> into, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (json instanceof Json.Str string && string.value().indexOf('\n') >= 0) {
            into.add(string.value());
        } else if (json instanceof Json.Obj object) {
            object.members().forEach(member -> collect(member.value(), into, depth + 1));
        } else {
            json.items().forEach(item -> collect(item, into, depth + 1));
        }
    }
}
