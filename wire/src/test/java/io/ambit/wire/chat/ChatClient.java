package io.ambit.wire.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A client as the vendors' libraries are, by Jackson: what it makes of the bytes that it gets. */
final class ChatClient {
    final StringBuilder text = new StringBuilder();
    final TreeMap<Integer, GeneratedAnswers.Call> calls = new TreeMap<>();
    final Set<String> ids = new HashSet<>();
    final List<String> finishes = new ArrayList<>();
    final List<Integer> promptTokens = new ArrayList<>();
    final List<String> errors = new ArrayList<>();
    int roles;
    int dones;

    static ChatClient ofStream(byte[] bytes) {
        ChatClient client = new ChatClient();
        String stream =
                new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
        for (String event : stream.split("\n\n", -1)) {
            StringBuilder data = new StringBuilder();
            for (String line : event.split("\n", -1)) {
                if (line.startsWith("data:")) {
                    data.append(data.isEmpty() ? "" : "\n")
                            .append(line.substring(5).strip());
                }
            }
            if (data.toString().equals("[DONE]")) {
                client.dones++;
            } else if (!data.isEmpty()) {
                client.chunk(data.toString());
            }
        }
        return client;
    }

    static ChatClient ofWhole(byte[] bytes) {
        ChatClient client = new ChatClient();
        client.chunk(new String(bytes, StandardCharsets.UTF_8));
        return client;
    }

    private void chunk(String data) {
        JsonNode root;
        try {
            root = Plain.read(data);
        } catch (JacksonException | NumberFormatException e) {
            return; // a library throws here; what matters is what was taken before
        }
        if (root.path("id").isString()) {
            ids.add(root.get("id").asString());
        }
        if (root.path("error").isObject()) {
            errors.add(root.get("error").path("message").asString(""));
        }
        if (root.path("usage").isObject()) {
            promptTokens.add(root.get("usage").path("prompt_tokens").asInt(-1));
        }
        for (JsonNode choice : root.path("choices")) {
            if (choice.path("finish_reason").isString()) {
                finishes.add(choice.get("finish_reason").asString());
            }
            JsonNode message = choice.path(choice.has("delta") ? "delta" : "message");
            roles += message.has("role") ? 1 : 0;
            text.append(message.path("content").asString(""));
            int position = 0;
            for (JsonNode entry : message.path("tool_calls")) {
                int index = entry.path("index").asInt(position++);
                GeneratedAnswers.Call before = calls.getOrDefault(index, new GeneratedAnswers.Call("", "", ""));
                JsonNode function = entry.path("function");
                String id = entry.path("id").asString("");
                calls.put(
                        index,
                        new GeneratedAnswers.Call(
                                id.isEmpty() ? before.id() : id,
                                before.name() + function.path("name").asString(""),
                                before.arguments() + function.path("arguments").asString("")));
            }
        }
    }
}
