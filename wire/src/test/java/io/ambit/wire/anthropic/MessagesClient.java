package io.ambit.wire.anthropic;

import io.ambit.wire.chat.Plain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A client as the vendor's libraries are, by Jackson: what it makes of the bytes that it gets. */
public final class MessagesClient {
    public final List<GeneratedMessages.Block> blocks = new ArrayList<>();
    final List<GeneratedMessages.Block> begun = new ArrayList<>();
    public final List<String> ids = new ArrayList<>();
    public final List<String> finishes = new ArrayList<>();
    public final List<String> errors = new ArrayList<>();
    public final List<String> faults = new ArrayList<>();
    public int inputTokens = -1;
    public int outputTokens = -1;
    public int stops;
    private int open = -1;

    public static MessagesClient ofStream(byte[] bytes) {
        MessagesClient client = new MessagesClient();
        String stream =
                new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
        for (String event : stream.split("\n\n", -1)) {
            StringBuilder data = new StringBuilder();
            String named = "";
            for (String line : event.split("\n", -1)) {
                if (line.startsWith("data:")) {
                    data.append(data.isEmpty() ? "" : "\n")
                            .append(line.substring(5).strip());
                } else if (line.startsWith("event:")) {
                    named = line.substring(6).strip();
                }
            }
            if (!data.isEmpty()) {
                client.event(named, data.toString());
            }
        }
        return client;
    }

    public static MessagesClient ofWhole(byte[] bytes) {
        MessagesClient client = new MessagesClient();
        JsonNode root = read(new String(bytes, StandardCharsets.UTF_8));
        if (root != null) {
            client.started(root);
            client.ended(root);
        }
        return client;
    }

    private static @Nullable JsonNode read(String data) {
        try {
            return Plain.read(data);
        } catch (JacksonException | NumberFormatException e) {
            return null; // a library throws here; what matters is what was taken before
        }
    }

    private void event(String named, String data) {
        JsonNode root = read(data);
        if (root == null) {
            return;
        }
        String type = root.path("type").asString("");
        if (!named.equals(type)) {
            faults.add("event " + named + " of type " + type);
        }
        int index = root.path("index").asInt(-1);
        switch (type) {
            case "message_start" -> started(root.path("message"));
            case "content_block_start" -> {
                if (open >= 0 || index != blocks.size()) {
                    faults.add("block " + index + " begins while " + open + " is open, after " + blocks.size());
                }
                open = index;
                blocks.add(block(root.path("content_block")));
                begun.add(blocks.getLast());
            }
            case "content_block_delta" -> {
                if (index != open) {
                    faults.add("delta of " + index + " while " + open + " is open");
                } else {
                    delta(root.path("delta"));
                }
            }
            case "content_block_stop" -> open = index == open ? -1 : -2;
            case "message_delta" -> {
                ended(root.path("delta"));
                usage(root.path("usage"));
            }
            case "message_stop" -> stops++;
            case "error" -> errors.add(root.path("error").path("message").asString(""));
            default -> {}
        }
    }

    private void delta(JsonNode delta) {
        if (blocks.isEmpty()) {
            return;
        }
        GeneratedMessages.Block block = blocks.removeLast();
        String before = block.isCall() && block.said().equals("{}") ? "" : block.said();
        String more = delta.path("text").asString("")
                + delta.path("thinking").asString("")
                + delta.path("partial_json").asString("");
        boolean signed = delta.path("type").asString("").equals("signature_delta");
        blocks.add(signed ? block : new GeneratedMessages.Block(block.type(), block.id(), block.name(), before + more));
    }

    private void started(JsonNode message) {
        ids.add(message.path("id").asString(""));
        usage(message.path("usage"));
        for (JsonNode block : message.path("content")) {
            blocks.add(block(block));
            begun.add(blocks.getLast());
        }
    }

    private void ended(JsonNode delta) {
        if (delta.path("stop_reason").isString()) {
            finishes.add(delta.get("stop_reason").asString());
        }
    }

    private void usage(JsonNode usage) {
        inputTokens = usage.path("input_tokens").asInt(inputTokens);
        outputTokens = usage.path("output_tokens").asInt(outputTokens);
    }

    private static GeneratedMessages.Block block(JsonNode block) {
        String said = block.path("text").asString("")
                + block.path("thinking").asString("")
                + block.path("data").asString("")
                + (block.has("input") ? block.get("input").toString() : "");
        return new GeneratedMessages.Block(
                block.path("type").asString(""),
                block.path("id").asString(""),
                block.path("name").asString(""),
                said);
    }
}
