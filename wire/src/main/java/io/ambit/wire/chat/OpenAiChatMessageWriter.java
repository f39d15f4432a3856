package io.ambit.wire.chat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import java.util.ArrayList;
import java.util.List;

/** A message as a JSON object of chat completions. */
final class OpenAiChatMessageWriter {
    private final Message message;
    private final StringBuilder out = new StringBuilder();

    OpenAiChatMessageWriter(Message message) {
        this.message = message;
    }

    String json() {
        byte[] source = Utf8.encode(message.extras());
        Json extras = Json.parse(source);
        List<Part> content = new ArrayList<>();
        List<Part.ToolCall> calls = new ArrayList<>();
        String callId = null;
        for (Part part : message.parts()) {
            switch (part) {
                case Part.ToolCall call -> calls.add(call);
                case Part.ToolResult result -> {
                    if (callId != null && !callId.equals(result.callId())) {
                        throw new IllegalArgumentException("message " + message.hash() + " answers the calls " + callId
                                + " and " + result.callId() + ", expected results of one call");
                    }
                    callId = result.callId();
                    content.add(result);
                }
                case Part.Text text -> content.add(text);
                case Part.Opaque opaque -> content.add(opaque);
            }
        }
        String role = OpenAiChatMessages.spelling(message.role());
        if (role != null && extras.get("role") == null) {
            name("role");
            JsonStrings.quote(role, out);
        }
        if (callId != null && !callId.isEmpty()) {
            name("tool_call_id");
            JsonStrings.quote(callId, out);
        }
        content(content);
        if (!calls.isEmpty() && extras.get("tool_calls") == null) {
            calls(calls);
        }
        if (extras instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                name(member.name().value());
                out.append(Utf8.decode(
                        source, member.value().start(), member.value().end()));
            }
        }
        return out.append(out.isEmpty() ? "{}" : "}").toString();
    }

    private void name(String name) {
        out.append(out.isEmpty() ? '{' : ',');
        JsonStrings.quote(name, out);
        out.append(':');
    }

    private void content(List<Part> parts) {
        // The empty result that stands for a call's id beside opaque content takes no place in the content.
        boolean stands = parts.size() == 2
                && parts.get(0) instanceof Part.ToolResult result
                && result.text().isEmpty()
                && OpenAiChatMessages.isOddContent(parts.get(1));
        List<Part> shown = stands ? parts.subList(1, 2) : parts;
        name("content");
        if (shown.isEmpty()) {
            out.append(message.role() == Role.ASSISTANT ? "null" : "\"\"");
        } else if (shown.size() == 1 && OpenAiChatMessages.isOddContent(shown.get(0))) {
            out.append(shown.get(0).text());
        } else if (shown.size() == 1 && !(shown.get(0) instanceof Part.Opaque)) {
            JsonStrings.quote(shown.get(0).text(), out);
        } else {
            char before = '[';
            for (Part part : shown) {
                out.append(before);
                before = ',';
                if (part instanceof Part.Opaque) {
                    out.append(part.text());
                } else {
                    out.append(textPart(part.text()));
                }
            }
            out.append(']');
        }
    }

    static String textPart(String text) {
        return "{\"type\":\"text\",\"text\":" + JsonStrings.quote(text) + "}";
    }

    private void calls(List<Part.ToolCall> calls) {
        name("tool_calls");
        char before = '[';
        for (Part.ToolCall call : calls) {
            out.append(before);
            before = ',';
            out.append("{\"id\":");
            JsonStrings.quote(call.id(), out);
            out.append(",\"type\":\"function\",\"function\":{\"name\":");
            JsonStrings.quote(call.name(), out);
            out.append(",\"arguments\":");
            JsonStrings.quote(call.arguments(), out);
            out.append("}}");
        }
        out.append(']');
    }
}
