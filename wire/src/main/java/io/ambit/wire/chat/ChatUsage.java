package io.ambit.wire.chat;

import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import org.jspecify.annotations.Nullable;

/** What a chunk of a chat completion, or a whole one, says of its tokens, in the ways that servers have of saying it. */
public final class ChatUsage {
    private ChatUsage() {}

    /** What {@code root} says; {@link Usage#UNKNOWN} where it says nothing. */
    public static Usage of(Json root) {
        Json usage = root.get("usage");
        Json timings = root.get("timings");
        if (usage == null && timings == null) {
            return Usage.UNKNOWN;
        }
        long reused = number(timings, "cache_n");
        if (!(usage instanceof Json.Obj)) {
            long evaluated = number(timings, "prompt_n");
            long input = evaluated < 0 ? -1 : evaluated + Math.max(0, reused);
            return new Usage(input, reused, number(timings, "predicted_n"));
        }
        long cached = number(usage.get("prompt_tokens_details"), "cached_tokens");
        if (cached < 0) {
            cached = number(usage, "prompt_cache_hit_tokens");
        }
        return new Usage(
                number(usage, "prompt_tokens"), cached < 0 ? reused : cached, number(usage, "completion_tokens"));
    }

    private static long number(@Nullable Json object, String name) {
        return object != null && object.get(name) instanceof Json.Num number ? Math.max(-1, number.asLong(-1)) : -1;
    }
}
