package io.ambit.bench.recorded;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat message as it stands in a file or in a request.
 *
 * @param raw its bytes, as they came
 * @param role in the format's own word
 * @param text by which it is measured: the content, as JSON where it is no string, followed by the tool calls as JSON
 * @param prose its content where that is a string, else ""
 * @param arguments the decoded values in the arguments of its tool calls
 * @param calls its tool calls
 * @param callId of the call that it answers, "" for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedMessage(
        byte[] raw, String role, String text, String prose, List<String> arguments, List<Call> calls, String callId) {

    /** A tool call: its id and the tool's name, "" where it has none. */
    public record Call(String id, String tool) {}

    public RecordedMessage {
        arguments = List.copyOf(arguments);
        calls = List.copyOf(calls);
    }

    /**
     * Reads a message of chat completions.
     *
     * @throws AmbitException where {@code raw} is no message
     */
    public static RecordedMessage read(byte[] raw) {
        Json message = Json.parse(raw);
        String role = message.text("role");
        if (role == null) {
            throw new AmbitException("a message without a role, expected {\"role\": ..., \"content\": ...}");
        }
        Json content = message.get("content");
        Json toolCalls = message.get("tool_calls");
        String prose = content instanceof Json.Str string ? string.value() : "";
        String text = content == null || content instanceof Json.Null || content instanceof Json.Str
                ? prose
                : PythonJson.dumps(content, raw);
        List<String> arguments = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        if (toolCalls != null && isTruthy(toolCalls)) {
            text += PythonJson.dumps(toolCalls, raw);
            for (Json call : toolCalls.items()) {
                Json function = call.get("function");
                if (function != null) {
                    collectArguments(function.get("arguments"), arguments);
                }
                calls.add(new Call(orEmpty(call.text("id")), function == null ? "" : orEmpty(function.text("name"))));
            }
        }
        return new RecordedMessage(raw, role, text, prose, arguments, calls, orEmpty(message.text("tool_call_id")));
    }

    public boolean isStep() {
        return role.equals("assistant");
    }

    public boolean isByTool() {
        return role.equals("tool") || role.equals("function");
    }

    boolean isBySystem() {
        return role.equals("system") || role.equals("developer");
    }

    /** Tells it from other messages in a dump. */
    public String hash() {
        return Hash.of(raw).hex().substring(0, 32);
    }

    private static void collectArguments(@Nullable Json arguments, List<String> into) {
        if (!(arguments instanceof Json.Str string)) {
            if (arguments != null) {
                PythonJson.collectStrings(arguments, into);
            }
            return;
        }
        try {
            PythonJson.collectStrings(Json.parse(string.value()), into);
        } catch (JsonSyntaxException e) {
            into.add(string.value()); // cut off or no JSON at all: what it says still counts
        }
    }

    private static boolean isTruthy(Json value) {
        return switch (value) {
            case Json.Arr array -> !array.items().isEmpty();
            case Json.Obj object -> !object.members().isEmpty();
            case Json.Str string -> !string.value().isEmpty();
            case Json.Bool bool -> bool.value();
            case Json.Num number -> !PythonJson.number(number.spelling()).matches("-?0(\\.0)?");
            case Json.Null ignored -> false;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
