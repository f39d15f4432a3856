package io.ambit.bench.gateway;

import io.ambit.core.text.JsonStrings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up agent at work, as chat requests: at each step the whole history with one tool call and its output more. The
 * same seed gives the same bytes.
 */
final class AgentSession {
    private static final List<String> LINES = List.of(
            "    at io.example.orders.OrderService.place(OrderService.java:%d)",
            "%d  INFO  [worker-3] fetched page %d of the catalogue in 41 ms",
            "src/main/java/io/example/Module%d.java:118: warning: unchecked conversion",
            "{\"id\": %d, \"name\": \"item\", \"price\": 12.50, \"tags\": [\"a\", \"b\"]}",
            "drwxr-xr-x 2 user user %d Nov 21 09:14 build-output",
            "The method returns the number of rows changed, or %d where there is none.");
    private static final String TOOLS = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read\","
            + "\"description\":\"Reads a file\",\"parameters\":{\"type\":\"object\",\"properties\":"
            + "{\"path\":{\"type\":\"string\"}}}}}],\"messages\":[";

    private final SplittableRandom random;
    private final int outputLines;
    private final String head;
    private final StringBuilder messages = new StringBuilder();
    private int calls;

    AgentSession(long seed, int outputLines, boolean stream) {
        this(seed, "m", outputLines, stream);
    }

    AgentSession(long seed, String model, int outputLines, boolean stream) {
        this.random = new SplittableRandom(seed);
        this.outputLines = outputLines;
        this.head = "{\"model\":\"" + model + "\",\"stream\":" + stream + TOOLS;
        messages.append("{\"role\":\"system\",\"content\":\"You are a coding agent. Use the tools.\"},");
        messages.append("{\"role\":\"user\",\"content\":\"Task ").append(seed).append(": find the fault.\"}");
    }

    /** The request of this step. */
    byte[] body() {
        return (head + messages + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** Goes on by a tool call with its output; returns the output. */
    String step() {
        String id = "call_" + calls++;
        String arguments = "{\"path\":\"src/Module" + random.nextInt(500) + ".java\"}";
        messages.append(",{\"role\":\"assistant\",\"content\":\"Looking.\",\"tool_calls\":[{\"id\":\"")
                .append(id)
                .append("\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":");
        JsonStrings.quote(arguments, messages);
        messages.append("}}]},{\"role\":\"tool\",\"tool_call_id\":\"")
                .append(id)
                .append("\",\"content\":");
        String output = output();
        JsonStrings.quote(output, messages);
        messages.append('}');
        return output;
    }

    /** The requests of the first {@code steps} steps. */
    static List<byte[]> bodies(long seed, String model, int steps, int outputLines, boolean stream) {
        AgentSession session = new AgentSession(seed, model, outputLines, stream);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            session.step();
            bodies.add(session.body());
        }
        return bodies;
    }

    private String output() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < outputLines; i++) {
            out.append(LINES.get(random.nextInt(LINES.size())).formatted(random.nextInt(100_000), i))
                    .append('\n');
        }
        return out.toString();
    }
}
