package io.ambit.wire.responses;

import io.ambit.core.message.Part;
import io.ambit.wire.WireAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as the vendors' libraries are, by Jackson: what it makes of the bytes that it gets. */
final class ResponsesClient {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    final List<String> types = new ArrayList<>();
    final List<Integer> numbers = new ArrayList<>();
    final TreeMap<Integer, JsonNode> items = new TreeMap<>();
    final TreeMap<Integer, String> begun = new TreeMap<>();
    final TreeMap<Integer, String> deltas = new TreeMap<>();
    final List<String> ids = new ArrayList<>();
    final List<JsonNode> output = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    int inputTokens = -1;

    static ResponsesClient ofStream(byte[] bytes) {
        ResponsesClient client = new ResponsesClient();
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
            JsonNode node = data.isEmpty() ? null : read(data.toString());
            if (node != null) {
                client.event(node);
            }
        }
        return client;
    }

    static ResponsesClient ofWhole(byte[] bytes) {
        ResponsesClient client = new ResponsesClient();
        JsonNode node = read(new String(bytes, StandardCharsets.UTF_8));
        if (node != null) {
            client.response(node);
        }
        return client;
    }

    static @Nullable JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException | NumberFormatException e) {
            return null; // a library throws here; what matters is what was taken before
        }
    }

    private void event(JsonNode event) {
        String type = event.path("type").asString("");
        if (type.isEmpty()) {
            return; // no library takes that for anything
        }
        types.add(type);
        if (event.has("sequence_number")) {
            numbers.add(event.get("sequence_number").asInt(-1));
        }
        int index = event.path("output_index").asInt(-1);
        switch (type) {
            case "response.output_item.added" -> {
                if (begun.put(index, event.path("item").path("id").asString("")) != null) {
                    problems.add("output index " + index + " begins twice");
                }
            }
            case "response.output_item.done" -> {
                if (items.put(index, event.path("item")) != null) {
                    problems.add("output index " + index + " ends twice");
                }
            }
            case "response.output_text.delta", "response.function_call_arguments.delta" -> {
                if (!event.path("item_id").asString("").equals(begun.get(index))) {
                    problems.add("a delta of " + event.path("item_id") + " at index " + index);
                }
                deltas.merge(index, event.path("delta").asString(""), String::concat);
            }
            default -> {
                if (event.has("response")) {
                    response(event.get("response"));
                }
            }
        }
    }

    private void response(JsonNode response) {
        ids.add(response.path("id").asString(""));
        output.clear();
        response.path("output").forEach(output::add);
        inputTokens = response.path("usage").path("input_tokens").asInt(inputTokens);
    }

    /** The rounds of an answer, carried to a client in random chunks. */
    static final class Carried {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<List<Part.ToolCall>> hidden = new ArrayList<>();
        final List<Boolean> needed = new ArrayList<>();
        final List<String> exchanges = new ArrayList<>();
        private final WireAnswer answer;
        private final @Nullable SplittableRandom random;

        Carried(WireAnswer answer, @Nullable SplittableRandom random) {
            this.answer = answer;
            this.random = random;
        }

        Carried round(int status, String type, String encoding, byte[] body, boolean last) {
            try {
                answer.begin(status, type, encoding);
                int at = 0;
                while (at < body.length) {
                    int length = random == null ? body.length : Math.min(body.length - at, 1 + random.nextInt(40));
                    byte[] chunk = new byte[length + 3];
                    System.arraycopy(body, at, chunk, 2, length);
                    answer.pass(chunk, 2, length, bytes);
                    at += length;
                }
                List<Part.ToolCall> calls = answer.end(last, bytes);
                hidden.add(calls);
                needed.add(answer.needsRound());
                exchanges.add(
                        calls.isEmpty()
                                ? ""
                                : answer.exchange(
                                        calls.stream().map(c -> "r " + c.id()).toList()));
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
