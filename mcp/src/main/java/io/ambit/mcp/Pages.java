package io.ambit.mcp;

import io.ambit.core.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Long lists in parts: the cursor is the name of the last entry that was shown, so that it holds while lists change. */
final class Pages {
    static final int SIZE = 100;

    private Pages() {}

    /**
     * A part of a list.
     *
     * @param next null at the end
     */
    record Page<T>(List<T> entries, @Nullable String next) {}

    static <T> Page<T> of(List<T> all, Function<T, String> name, @Nullable String cursor) {
        int from = 0;
        if (cursor != null) {
            String last = decode(cursor);
            List<String> names = all.stream().map(name).toList();
            from = names.indexOf(last) + 1;
            if (from == 0) {
                throw unknown(cursor);
            }
        }
        int to = Math.min(from + SIZE, all.size());
        List<T> page = all.subList(from, to);
        return new Page<>(page, to == all.size() ? null : encode(name.apply(all.get(to - 1))));
    }

    static String encode(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown(cursor);
        }
    }

    static InvalidInputException unknown(String cursor) {
        String shown = cursor.length() > 40 ? cursor.substring(0, 40) + "..." : cursor;
        return new InvalidInputException(
                "cursor '" + shown + "': expected nextCursor of an earlier answer, or none to begin");
    }
}
