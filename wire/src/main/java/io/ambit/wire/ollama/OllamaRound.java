package io.ambit.wire.ollama;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import io.ambit.wire.answer.AnswerRound;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one upstream call answered, read from its lines or from its whole body. */
final class OllamaRound implements AnswerRound {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final List<Part.ToolCall> calls = new ArrayList<>();
    private int taken;
    private boolean seen;
    private boolean done;
    private String finish = "";
    private String error = "";
    private Usage usage = Usage.UNKNOWN;

    @Override
    public void take(Json root, byte[] source) {
        Json failure = root.get("error");
        if (failure != null && !(failure instanceof Json.Null)) {
            String said = failure.asText() == null ? failure.text("message") : failure.asText();
            error = said == null ? "error without a message" : said;
        }
        Json message = root.get("message");
        if (message instanceof Json.Obj) {
            seen = true;
            append(text, message.text("content"));
            append(thinking, message.text("thinking"));
            entries(message).forEach(entry -> call(entry, source));
        }
        if (root.get("response") instanceof Json.Str response) {
            seen = true;
            append(text, response.value());
            append(thinking, root.text("thinking"));
        }
        if (isDone(root)) {
            done = true;
            String reason = root.text("done_reason");
            finish = reason == null ? finish : reason;
            usage = new Usage(number(root, "prompt_eval_count"), -1, number(root, "eval_count"));
        }
    }

    static boolean isDone(Json root) {
        return root.get("done") instanceof Json.Bool flag && flag.value();
    }

    static List<Json> entries(Json message) {
        Json entries = message.get("tool_calls");
        return entries == null ? List.of() : entries.items();
    }

    static boolean isHidden(Json entry) {
        Json function = entry.get("function");
        return function != null && RetrieveTool.NAME.equals(function.text("name"));
    }

    private void call(Json entry, byte[] source) {
        Json function = entry.get("function");
        String name = function == null ? null : function.text("name");
        String arguments = function == null ? "{}" : OllamaMessages.arguments(function.get("arguments"), source);
        if (taken + arguments.length() <= MAX_READ) {
            taken += arguments.length();
            String id = entry.text("id");
            calls.add(new Part.ToolCall(id == null ? "" : id, name == null ? "" : name, arguments, Span.NONE));
        }
    }

    private void append(StringBuilder out, @Nullable String more) {
        if (more != null && more.length() <= MAX_READ - taken) {
            out.append(more);
            taken += more.length();
        }
    }

    private static long number(Json root, String name) {
        return root.get(name) instanceof Json.Num number ? Math.max(-1, number.asLong(-1)) : -1;
    }

    List<Part.ToolCall> hidden() {
        return calls.stream()
                .filter(call -> call.name().equals(RetrieveTool.NAME))
                .toList();
    }

    /** Those that are the client's. */
    List<Part.ToolCall> own() {
        return calls.stream()
                .filter(call -> !call.name().equals(RetrieveTool.NAME))
                .toList();
    }

    List<Part.ToolCall> calls() {
        return calls;
    }

    String text() {
        return text.toString();
    }

    String thinking() {
        return thinking.toString();
    }

    boolean seen() {
        return seen;
    }

    String finish() {
        return finish;
    }

    boolean complete() {
        return done;
    }

    String error() {
        return error;
    }

    @Override
    public void failed(String message) {
        if (error.isEmpty()) {
            error = message;
        }
    }

    @Override
    public Usage usage() {
        return usage;
    }

    /** Whether its calls are whole and meant: the model was neither stopped in their midst nor did it fail. */
    boolean callsCanBeAnswered() {
        return done && error.isEmpty() && !finish.equals("length");
    }

    /** Whether hidden calls are all that it made, so that their results decide what comes next. */
    boolean onlyHidden() {
        return callsCanBeAnswered() && own().isEmpty() && !hidden().isEmpty();
    }
}
