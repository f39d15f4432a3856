package io.ambit.cli.memory;

import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times as options take them. */
final class TimeText {
    private TimeText() {}

    /** The time that an option gives, or null where it is not given. */
    static @Nullable Instant instant(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        // The reader of JSON members has the rules and the message.
        return new JsonFields(Json.parse(JsonTree.write(Map.of(option, text)))).time(option);
    }
}
