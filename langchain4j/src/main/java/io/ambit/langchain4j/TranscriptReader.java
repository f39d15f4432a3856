package io.ambit.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From LangChain4j's messages to a transcript, message by message: an index means the same in both. */
final class TranscriptReader {
    private TranscriptReader() {}

    static Transcript read(List<ChatMessage> messages) {
        return Transcript.of(messages.stream().map(TranscriptReader::message).toList());
    }

    private static Message message(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> Message.of(Role.SYSTEM, List.of(text(system.text())));
            case UserMessage user -> Message.of(Role.USER, contents(user.contents()));
            case AiMessage ai -> Message.of(Role.ASSISTANT, parts(ai));
            case ToolExecutionResultMessage result -> Message.of(Role.TOOL, results(result));
            default -> Message.of(Role.OTHER, List.of(opaque(message.type().name(), message)));
        };
    }

    private static List<Part> contents(List<Content> contents) {
        List<Part> parts = new ArrayList<>();
        for (Content content : contents) {
            parts.add(
                    content instanceof TextContent text
                            ? text(text.text())
                            : opaque(content.type().name(), content));
        }
        return parts;
    }

    private static List<Part> parts(AiMessage message) {
        List<Part> parts = new ArrayList<>();
        if (message.thinking() != null) {
            parts.add(opaque("thinking", message.thinking()));
        }
        if (message.text() != null && !message.text().isEmpty()) {
            parts.add(text(message.text()));
        }
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            parts.add(new Part.ToolCall(said(call.id()), said(call.name()), said(call.arguments()), Span.NONE));
        }
        return parts;
    }

    private static List<Part> results(ToolExecutionResultMessage message) {
        List<Part> parts = new ArrayList<>();
        for (Content content : message.contents()) {
            parts.add(
                    content instanceof TextContent text
                            ? new Part.ToolResult(said(message.id()), text.text(), Span.NONE)
                            : opaque(content.type().name(), content));
        }
        return parts;
    }

    private static Part text(String text) {
        return new Part.Text(text, Span.NONE);
    }

    private static Part opaque(String kind, Object value) {
        return new Part.Opaque(kind, value.toString(), Span.NONE);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
