package io.ambit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies of requests of Anthropic's messages, with all that {@link GeneratedJson} does to their spelling. */
public final class GeneratedAnthropicBodies {
    private static final List<String> ROLES = List.of("user", "user", "user", "user", "system", "critic");
    private static final String MARK = "\"cache_control\":{\"type\":\"ephemeral\"}";

    private final SplittableRandom random;
    private final GeneratedJson json;

    private GeneratedAnthropicBodies(SplittableRandom random) {
        this.random = random;
        this.json = new GeneratedJson(random);
    }

    /** One request. */
    public static byte[] random(Seed seed) {
        GeneratedAnthropicBodies bodies = new GeneratedAnthropicBodies(seed.random());
        return bodies.body(bodies.messages(bodies.random.nextInt(12)));
    }

    /** The requests of a session, oldest first: each has the messages of the one before, byte for byte, and more. */
    public static List<byte[]> session(Seed seed) {
        GeneratedAnthropicBodies bodies = new GeneratedAnthropicBodies(seed.random());
        List<String> messages = bodies.messages(1 + bodies.random.nextInt(4));
        String head = bodies.head();
        String tail = bodies.tail();
        List<byte[]> session = new ArrayList<>();
        int steps = 2 + bodies.random.nextInt(6);
        for (int s = 0; s < steps; s++) {
            session.add(utf8(head + String.join(",", messages) + tail));
            messages.addAll(bodies.messages(1 + bodies.random.nextInt(3)));
            // A client that compacts, or changes its system prompt or tools.
            if (bodies.random.nextInt(8) == 0) {
                messages.subList(messages.size() / 2, messages.size()).clear();
            }
            if (bodies.random.nextInt(4) == 0) {
                tail = bodies.tail();
            }
        }
        return session;
    }

    private byte[] body(List<String> messages) {
        return utf8(head() + String.join(json.comma(), messages) + tail());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String head() {
        StringBuilder out = new StringBuilder(json.space() + "{\"model\"" + json.colon() + json.string(2));
        json.members(out, 2);
        if (random.nextInt(3) == 0) {
            system(out);
        }
        if (random.nextInt(20) == 0) {
            member(out, "messages", "[{\"role\":\"user\",\"content\":\"first\"}]");
        }
        return out + json.comma() + "\"messages\"" + json.colon() + "[" + json.space();
    }

    private String tail() {
        StringBuilder out = new StringBuilder(json.space() + "]");
        json.members(out, 3);
        if (random.nextInt(3) == 0) {
            system(out);
        }
        if (random.nextInt(3) > 0) {
            member(out, "tools", tools());
        }
        if (random.nextInt(3) == 0) {
            member(out, "thinking", random.nextBoolean() ? "{\"type\":\"disabled\"}" : "{\"type\":\"adaptive\"}");
        }
        if (random.nextInt(3) == 0) {
            member(out, "metadata", "{\"user_id\":\"{\\\"session_id\\\":\\\"s" + random.nextInt(3) + "\\\"}\"}");
        }
        member(out, "max_tokens", "100");
        if (random.nextInt(30) == 0) {
            member(out, "messages", "[" + message("user") + "]");
        }
        return out + json.space() + "}" + json.space();
    }

    private void member(StringBuilder out, String name, String value) {
        out.append(json.comma())
                .append('"')
                .append(name)
                .append('"')
                .append(json.colon())
                .append(value);
    }

    private void system(StringBuilder out) {
        member(
                out,
                "system",
                switch (random.nextInt(4)) {
                    case 0 -> json.string(5);
                    case 1 -> "[]";
                    case 2 -> json.value(2);
                    default ->
                        "[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: v" + random.nextInt(9) + ";\"},"
                                + textBlock() + "]";
                });
    }

    private String tools() {
        List<String> tools = new ArrayList<>();
        int count = random.nextInt(3);
        for (int t = 0; t < count; t++) {
            String more = random.nextInt(3) == 0 ? ",\"defer_loading\":true" : random.nextInt(3) == 0 ? "," + MARK : "";
            tools.add("{\"name\":\"tool" + t + "\",\"input_schema\":" + json.value(2) + more + "}");
        }
        return "[" + json.space() + String.join(json.comma(), tools) + json.space() + "]";
    }

    private List<String> messages(int count) {
        List<String> messages = new ArrayList<>();
        while (messages.size() < count) {
            if (random.nextInt(2) == 0) {
                calls(messages);
            } else {
                messages.add(message(Seed.pick(random, ROLES)));
            }
        }
        return messages;
    }

    /** A turn of the model's with calls, and a message that answers them, and mostly says nothing else. */
    private void calls(List<String> messages) {
        List<String> made = new ArrayList<>();
        List<String> results = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            made.add(
                    "{\"type\":\"thinking\",\"thinking\":" + json.string(4) + ",\"signature\":" + json.string(2) + "}");
        }
        if (random.nextInt(3) == 0) {
            made.add(textBlock());
        }
        int count = 1 + random.nextInt(3);
        for (int c = 0; c < count; c++) {
            String id = "\"toolu_" + random.nextInt(1000) + "\"";
            made.add("{\"type\":\"tool_use\",\"id\":" + id + json.comma() + "\"name\":\"bash\",\"input\":{\"command\":"
                    + json.string(4) + "}" + (random.nextInt(6) == 0 ? ",\"caller\":{\"type\":\"direct\"}" : "") + "}");
            results.add(
                    "{" + json.space() + "\"type\":\"tool_result\"" + json.comma() + "\"tool_use_id\":" + id + result()
                            + (random.nextInt(5) == 0 ? ",\"is_error\":" + random.nextBoolean() : "")
                            + (random.nextInt(5) == 0 ? "," + MARK : "") + "}");
        }
        if (random.nextInt(5) == 0) {
            results.add(textBlock());
        }
        messages.add(
                "{\"role\":\"assistant\"" + json.comma() + "\"content\":[" + String.join(json.comma(), made) + "]}");
        messages.add("{\"role\":\"user\"" + json.comma() + "\"content\":[" + String.join(",", results) + "]}");
    }

    private String result() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> ",\"content\":[" + textBlock() + json.comma() + image() + json.comma() + textBlock() + "]";
            case 2 -> ",\"content\":[" + textBlock() + "]";
            case 3 -> ",\"content\":" + json.value(1);
            default -> json.comma() + "\"content\"" + json.colon() + json.string(12);
        };
    }

    private String message(String role) {
        StringBuilder out = new StringBuilder("{" + json.space() + "\"role\"" + json.colon() + "\"" + role + "\"");
        member(out, random.nextInt(30) == 0 ? "c\\u006fntent" : "content", content());
        if (random.nextInt(8) == 0) {
            json.members(out, 2);
        }
        return out + json.space() + "}";
    }

    private String content() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(4) == 0 ? json.value(2) : "\"\"";
            case 1, 2 -> {
                List<String> blocks = new ArrayList<>();
                int count = random.nextInt(4);
                for (int b = 0; b < count; b++) {
                    blocks.add(block());
                }
                yield "[" + json.space() + String.join(json.comma(), blocks) + json.space() + "]";
            }
            default -> json.string(8);
        };
    }

    private String block() {
        return switch (random.nextInt(6)) {
            case 0 -> image();
            case 1 -> "{\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":\"web_search\",\"input\":{}}";
            case 2 -> "{\"type\":" + json.string(1) + json.comma() + "\"x\":" + json.value(2) + "}";
            default -> textBlock();
        };
    }

    private static String image() {
        return "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"iVBO\"}}";
    }

    private String textBlock() {
        String more = random.nextInt(4) == 0 ? "," + MARK : random.nextInt(12) == 0 ? ",\"citations\":null" : "";
        return "{\"type\"" + json.colon() + "\"text\"" + json.comma() + "\"text\"" + json.colon() + json.string(6)
                + more + "}";
    }
}
