package io.ambit.wire.logs;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content as lists of typed blocks, as Anthropic's messages, pi's and OpenAI's Responses have it: what was said, what
 * was called, what came back. Pictures stand as a word, since their size in characters says nothing about their price.
 */
final class Blocks {
    private static final String IMAGE = "[image]";

    private final List<String> texts = new ArrayList<>();
    private final List<Part> calls = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private boolean images;
    private boolean reasoning;

    /** What a tool answered. */
    record Result(String callId, String text) {}

    /** Reads content that is a text, or a list of blocks. */
    static Blocks of(@Nullable Json content, byte[] source) {
        Blocks blocks = new Blocks();
        if (content instanceof Json.Str text) {
            blocks.texts.add(text.value());
        } else if (content != null) {
            content.items().forEach(block -> blocks.add(block, source));
        }
        return blocks;
    }

    private void add(Json block, byte[] source) {
        if (block instanceof Json.Str text) {
            texts.add(text.value());
            return;
        }
        switch (LogFields.text(block, "type")) {
            case "text", "input_text", "output_text", "refusal", "summary_text" -> texts.add(text(block));
            case "tool_use", "server_tool_use", "mcp_tool_use" -> calls.add(call(block, "input", source));
            case "toolCall" -> calls.add(call(block, "arguments", source));
            case "tool_result", "web_search_tool_result", "mcp_tool_result" -> result(block, source);
            case "image", "input_image", "document", "input_file", "file" -> image();
            case "thinking", "redacted_thinking", "reasoning", "reasoning_text" -> reasoning = true;
            case "" -> untyped(block, source);
            default -> texts.add(LogFields.spelling(block, source)); // kept: it was part of what was sent
        }
    }

    private void untyped(Json block, byte[] source) {
        String text = LogFields.text(block, "text");
        texts.add(text.isEmpty() ? of(block.get("content"), source).text() : text);
    }

    private static String text(Json block) {
        String text = LogFields.text(block, "text");
        return text.isEmpty() ? LogFields.text(block, "refusal") : text;
    }

    private static Part call(Json block, String arguments, byte[] source) {
        Json given = block.get(arguments);
        return Conversation.call(
                LogFields.text(block, "id"),
                LogFields.text(block, "name"),
                given == null ? "{}" : LogFields.shown(given, source));
    }

    private void result(Json block, byte[] source) {
        Json content = block.get("content");
        Blocks inner = Blocks.of(content, source);
        images |= inner.images;
        results.add(new Result(
                LogFields.text(block, "tool_use_id"),
                content instanceof Json.Obj ? LogFields.spelling(content, source) : inner.text()));
    }

    private void image() {
        texts.add(IMAGE);
        images = true;
    }

    /** What was said, a line end between two blocks. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.isEmpty() || text.isEmpty() ? "" : "\n").append(text);
        }
        return out.toString();
    }

    List<Result> results() {
        return results;
    }

    /** What was said, as one part, and what was called. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        String text = text();
        if (!text.isEmpty()) {
            parts.add(Conversation.text(text));
        }
        parts.addAll(calls);
        return parts;
    }

    boolean hasImages() {
        return images;
    }

    boolean hasReasoning() {
        return reasoning;
    }
}
