package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Words;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RetrieveTool} is asked for. All that is given must hold; null is what was not given.
 *
 * @param id an output's id, as a cut prints it; the id of a call does too
 * @param iteration counted from 0
 * @param toolCallId the id of a call; an output's id does too
 * @param toolName compared without regard to case
 * @param topic words, each of which occurs in the output or in its call
 * @param lines the part of each output that is wanted
 * @param pattern regular expression; only lines in which it is found are wanted
 */
public record RetrieveQuery(
        @Nullable String id,
        @Nullable Integer iteration,
        @Nullable String toolCallId,
        @Nullable String toolName,
        @Nullable String topic,
        @Nullable LineRange lines,
        @Nullable String pattern) {

    private static final String FILTERS = "id, iteration, tool_call_id, tool_name, topic, pattern";

    public RetrieveQuery {
        if (id == null
                && iteration == null
                && toolCallId == null
                && toolName == null
                && topic == null
                && pattern == null) {
            throw new AmbitException("no filter given, expected at least one of " + FILTERS);
        }
        if (topic != null && Words.of(topic).isEmpty()) {
            throw new AmbitException("topic is '" + topic + "', expected at least one word");
        }
        if (iteration != null && iteration < 0) {
            throw new AmbitException("iteration is " + iteration + ", expected a whole number from 0");
        }
    }

    /**
     * Reads the arguments of a call. Empty strings and nulls count as not given, numbers may be spelled as strings and
     * strings as numbers, members of other names are ignored.
     *
     * @throws AmbitException with a message that tells the model what to send
     */
    public static RetrieveQuery parse(String arguments) {
        Json json;
        try {
            json = Json.parse(arguments);
        } catch (JsonSyntaxException e) {
            throw new AmbitException(
                    "arguments are no JSON (" + e.getMessage() + "), expected an object with one of " + FILTERS, e);
        }
        if (!(json instanceof Json.Obj)) {
            throw new AmbitException("arguments are no JSON object, expected an object with one of " + FILTERS);
        }
        String lines = given(json, "lines");
        return new RetrieveQuery(
                given(json, "id"),
                iteration(given(json, "iteration")),
                given(json, "tool_call_id"),
                given(json, "tool_name"),
                given(json, "topic"),
                lines == null ? null : LineRange.parse(lines),
                given(json, "pattern"));
    }

    private static @Nullable String given(Json json, String name) {
        String text = switch (json.get(name)) {
            case Json.Str string -> string.value();
            case Json.Num number -> number.spelling();
            case Json.Null ignored -> "";
            case null -> "";
            default -> throw new AmbitException(name + " is no string or number, expected one");
        };
        return text.isBlank() ? null : text;
    }

    private static @Nullable Integer iteration(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new AmbitException("iteration is '" + text + "', expected a whole number from 0", e);
        }
    }

    /** The filters that were given, in words. */
    @Override
    public String toString() {
        StringJoiner given = new StringJoiner(", ");
        add(given, "id", id);
        add(given, "iteration", iteration);
        add(given, "tool_call_id", toolCallId);
        add(given, "tool_name", toolName);
        add(given, "topic", topic);
        add(given, "lines", lines);
        add(given, "pattern", pattern);
        return given.toString();
    }

    private static void add(StringJoiner given, String name, @Nullable Object value) {
        if (value != null) {
            given.add(name + '=' + value);
        }
    }
}
