package io.ambit.mcp.tool.schema;

import io.ambit.core.memory.recall.QuotedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in the arguments a value stands, and where what is wrong with it is told.
 *
 * @param path the parameter's name, with the members that lead to the value
 * @param example of a value that fits, as JSON; "" for none
 * @param problems of the whole call, which reading adds to
 */
public record Place(String path, String example, List<String> problems) {
    private static final int MAX_SHOWN = 60;

    /** An item of the list at this place. */
    Place item(int index) {
        return new Place(path + "[" + index + "]", "", problems);
    }

    /** The same place, for an alternative that may be tried first: its problems are not told. */
    Place silent() {
        return new Place(path, example, new ArrayList<>());
    }

    /** Tells that the value is none of that form. */
    public <T> Optional<T> wrong(Form<T> form, @Nullable Object got) {
        return wrong(form.expected(), got);
    }

    /** Tells what was expected in its place. */
    public <T> Optional<T> wrong(String expected, @Nullable Object got) {
        String such = example.isEmpty() ? "" : " such as " + example;
        problems.add("`" + path + "` expected " + expected + such + ", got " + shown(got));
        return Optional.empty();
    }

    /** A value as a message shows it: its kind, and what of it fits a line. */
    static String shown(@Nullable Object got) {
        return switch (got) {
            case null -> "null";
            case String text -> "\"" + line(text) + "\"";
            case Boolean flag -> flag.toString();
            case Number number -> "number " + line(number.toString());
            case List<?> list -> list.isEmpty() ? "an empty list" : "a list of " + list.size();
            case Map<?, ?> map -> map.isEmpty() ? "an empty object" : "an object";
            default -> "something else";
        };
    }

    /** What came from outside, on one line and not long. */
    static String line(String text) {
        String line = QuotedRecord.line(text.length() > 1_000 ? text.substring(0, 1_000) : text)
                .replace('"', '\'')
                .replace('`', '\'');
        return line.codePointCount(0, line.length()) <= MAX_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_SHOWN - 1)) + "\u2026";
    }
}
