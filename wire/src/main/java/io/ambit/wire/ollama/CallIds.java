package io.ambit.wire.ollama;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names for calls that carry none: a call is called after its place among all calls of the conversation, so that it has
 * the same name in every later request and in the reply that made it. A result answers the oldest open call of its tool.
 */
final class CallIds {
    private final List<Part.ToolCall> open = new ArrayList<>();
    private int calls;

    /** Goes on after {@code known}. */
    CallIds(Transcript known) {
        for (Message message : known.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    calls++;
                    open.add(call);
                } else if (part instanceof Part.ToolResult result) {
                    open.removeIf(call -> call.id().equals(result.callId()));
                }
            }
        }
    }

    /**
     * The id of the next call.
     *
     * @param own what the call itself says, null or "" for most
     */
    String next(@Nullable String own) {
        int number = calls++;
        return own == null || own.isEmpty() ? "call_" + number : own;
    }

    /** Notes a call that waits for its result. */
    void opened(Part.ToolCall call) {
        open.add(call);
    }

    /** The call that a tool message answers, "" where none is open. */
    String answeredBy(Json.Obj message) {
        String id = message.text("tool_call_id");
        String tool = message.text("tool_name");
        String name = tool == null ? message.text("name") : tool;
        for (Iterator<Part.ToolCall> calls = open.iterator(); calls.hasNext(); ) {
            Part.ToolCall call = calls.next();
            boolean named = (id == null || id.isEmpty())
                    ? (name == null || name.isEmpty() || name.equals(call.name()))
                    : id.equals(call.id());
            if (named) {
                calls.remove();
                return call.id();
            }
        }
        return id == null ? "" : id;
    }
}
