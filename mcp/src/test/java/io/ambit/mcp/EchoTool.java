package io.ambit.mcp;

import io.ambit.core.error.InvalidInputException;
import io.ambit.mcp.tool.Tool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Does what it is told with what a call gives it, and says who and where it was called. */
final class EchoTool implements Tool {
    /** Counted down when a call of {@code wait} has begun. */
    final CountDownLatch waiting = new CountDownLatch(1);

    /** Given a permit when a call of {@code wait} saw that it was cancelled. */
    final Semaphore cancelled = new Semaphore(0);

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String title() {
        return "Echo";
    }

    @Override
    public String description() {
        return "Says what was said.";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string")));
    }

    @Override
    public Map<String, Object> outputSchema() {
        return Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string")));
    }

    @Override
    public Hints hints() {
        return new Hints(false, false, true);
    }

    @Override
    public ToolResult call(Map<String, Object> arguments, ToolCall call) {
        Map<String, Object> said = new LinkedHashMap<>();
        String text = String.valueOf(arguments.get("text"));
        switch (text) {
            case "refuse" -> throw new InvalidInputException("text: expected another word, such as hello");
            case "break" -> throw new IllegalStateException("secret of io.ambit.Somewhere");
            case "progress" -> {
                call.progress(1, 2, "half");
                call.progress(2, 2, "whole");
            }
            case "ask" -> {
                Optional<Map<String, Object>> answer = call.ask(
                        "Really?",
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of("sure", Map.of("type", "boolean")),
                                "required",
                                List.of("sure")));
                said.put("answer", answer.map(Object::toString).orElse("none"));
            }
            case "wait" -> {
                waiting.countDown();
                while (!call.isCancelled()) {
                    Thread.onSpinWait();
                }
                cancelled.release();
            }
            default -> {}
        }
        said.put("text", text);
        said.put("client", call.client());
        said.put("space", call.project().space().id());
        return new ToolResult(said, "said " + text);
    }
}
