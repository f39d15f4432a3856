package io.ambit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies of chat completion requests, with all that {@link GeneratedJson} does to their spelling. */
public final class GeneratedBodies {
    private static final List<String> ROLES =
            List.of("user", "user", "user", "system", "developer", "function", "critic");

    private final SplittableRandom random;
    private final GeneratedJson json;

    private GeneratedBodies(SplittableRandom random) {
        this.random = random;
        this.json = new GeneratedJson(random);
    }

    /** One request. */
    public static byte[] random(Seed seed) {
        GeneratedBodies bodies = new GeneratedBodies(seed.random());
        return bodies.body(bodies.messages(bodies.random.nextInt(14)));
    }

    /** The requests of a session, oldest first: each has the messages of the one before, byte for byte, and more. */
    public static List<byte[]> session(Seed seed) {
        GeneratedBodies bodies = new GeneratedBodies(seed.random());
        List<String> messages = bodies.messages(1 + bodies.random.nextInt(4));
        String head = bodies.head();
        String tail = bodies.tail();
        List<byte[]> session = new ArrayList<>();
        int steps = 2 + bodies.random.nextInt(8);
        for (int s = 0; s < steps; s++) {
            session.add(utf8(head + String.join(",", messages) + tail));
            messages.addAll(bodies.messages(1 + bodies.random.nextInt(3)));
            // A client that compacts, or changes what follows the messages.
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
        return utf8(head() + String.join(json.space() + "," + json.space(), messages) + tail());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String head() {
        StringBuilder out =
                new StringBuilder(json.space() + "{" + json.space() + "\"model\"" + json.colon() + json.string(2));
        json.members(out, 3);
        if (random.nextInt(20) == 0) {
            out.append(json.comma())
                    .append("\"messages\"")
                    .append(json.colon())
                    .append("[{\"role\":\"user\",\"content\":\"first\"}]");
        }
        if (random.nextInt(4) == 0) {
            out.append(json.comma()).append("\"tools\"").append(json.colon()).append(tools());
        }
        return out.append(json.comma())
                .append("\"messages\"")
                .append(json.colon())
                .append('[')
                .append(json.space())
                .toString();
    }

    private String tail() {
        StringBuilder out = new StringBuilder(json.space() + "]");
        json.members(out, 4);
        if (random.nextInt(3) > 0) {
            out.append(json.comma()).append("\"tools\"").append(json.colon()).append(tools());
        }
        if (random.nextBoolean()) {
            out.append(json.comma()).append("\"stream\"").append(json.colon()).append(random.nextBoolean());
        }
        if (random.nextInt(30) == 0) {
            out.append(json.comma())
                    .append("\"messages\"")
                    .append(json.colon())
                    .append('[')
                    .append(message("user"))
                    .append(']');
        }
        return out.append(json.space()).append('}').append(json.space()).toString();
    }

    private String tools() {
        StringBuilder out = new StringBuilder("[" + json.space());
        int count = random.nextInt(3);
        for (int t = 0; t < count; t++) {
            out.append(t == 0 ? "" : json.comma())
                    .append("{\"type\":\"function\",\"function\":{\"name\":\"tool")
                    .append(t);
            out.append("\",\"parameters\":").append(json.value(3)).append("}}");
        }
        return out.append(json.space()).append(']').toString();
    }

    private List<String> messages(int count) {
        List<String> messages = new ArrayList<>();
        while (messages.size() < count) {
            if (random.nextInt(3) == 0) {
                calls(messages);
            } else {
                messages.add(message(Seed.pick(random, ROLES)));
            }
        }
        return messages;
    }

    private void calls(List<String> messages) {
        int count = 1 + random.nextInt(3);
        StringBuilder calls = new StringBuilder("[");
        List<String> results = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            String id = "\"call_" + random.nextInt(1000) + "\"";
            calls.append(c == 0 ? "" : json.comma());
            calls.append("{")
                    .append(json.space())
                    .append("\"id\":")
                    .append(id)
                    .append(",\"type\":\"function\",\"function\":{");
            calls.append("\"name\":\"bash\",\"arguments\":")
                    .append(random.nextInt(9) == 0 ? json.value(2) : json.string(5));
            calls.append(random.nextInt(6) == 0 ? "},\"index\":" + c + "}" : "}}");
            StringBuilder result =
                    new StringBuilder("{\"role\":\"tool\",\"tool_call_id\":" + id + json.comma() + "\"content\"");
            results.add(
                    result.append(json.colon()).append(content()).append('}').toString());
        }
        String content = random.nextBoolean() ? "null" : json.string(5);
        messages.add("{\"role\":\"assistant\"" + json.comma() + "\"content\"" + json.colon() + content + json.comma()
                + "\"tool_calls\":" + calls + "]}");
        messages.addAll(results);
    }

    private String message(String role) {
        StringBuilder out = new StringBuilder("{" + json.space() + "\"role\"" + json.colon() + "\"" + role + "\"");
        if (random.nextInt(10) == 0) {
            out.append(json.comma()).append("\"content\"").append(json.colon()).append(json.string(3));
        }
        out.append(json.comma())
                .append(random.nextInt(30) == 0 ? "\"c\\u006fntent\"" : "\"content\"")
                .append(json.colon());
        out.append(content());
        if (random.nextInt(6) == 0) {
            json.members(out, 2);
        }
        return out.append(json.space()).append('}').toString();
    }

    private String content() {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            case 2, 3 -> {
                StringBuilder parts = new StringBuilder("[" + json.space());
                int count = random.nextInt(4);
                for (int p = 0; p < count; p++) {
                    parts.append(p == 0 ? "" : json.comma()).append(part());
                }
                yield parts.append(json.space()).append(']').toString();
            }
            case 4 -> random.nextInt(5) == 0 ? json.value(3) : json.string(3);
            default -> json.string(12);
        };
    }

    private String part() {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"type\":\"image_url\",\"image_url\":{\"url\":" + json.string(3) + "}}";
            case 1 -> "{\"type\":\"text\",\"text\":" + json.string(4) + ",\"cache_control\":{\"type\":\"ephemeral\"}}";
            case 2 -> "{\"type\":" + json.string(1) + json.comma() + "\"x\":" + json.value(2) + "}";
            default ->
                "{\"type\"" + json.colon() + "\"text\"" + json.comma() + "\"text\"" + json.colon() + json.string(6)
                        + "}";
        };
    }
}
