package io.ambit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bodies of chat completion requests, written as text without a JSON library, so that they hold what such libraries
 * smooth over: every way to escape a character, lone surrogates, numbers no double holds, duplicate and unknown keys,
 * deep nesting, white space anywhere. All are valid JSON and valid UTF-8.
 */
public final class GeneratedBodies extends GeneratedJson {
    private static final List<String> ROLES =
            List.of("user", "user", "user", "system", "developer", "function", "critic");

    private GeneratedBodies(SplittableRandom random) {
        super(random);
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
        return utf8(head() + String.join(space() + "," + space(), messages) + tail());
    }

    private String head() {
        StringBuilder out = new StringBuilder(space() + "{" + space() + "\"model\"" + colon() + string(2));
        members(out, 3);
        if (random.nextInt(20) == 0) {
            out.append(comma())
                    .append("\"messages\"")
                    .append(colon())
                    .append("[{\"role\":\"user\",\"content\":\"first\"}]");
        }
        if (random.nextInt(4) == 0) {
            out.append(comma()).append("\"tools\"").append(colon()).append(tools());
        }
        return out.append(comma())
                .append("\"messages\"")
                .append(colon())
                .append('[')
                .append(space())
                .toString();
    }

    private String tail() {
        StringBuilder out = new StringBuilder(space() + "]");
        members(out, 4);
        if (random.nextInt(3) > 0) {
            out.append(comma()).append("\"tools\"").append(colon()).append(tools());
        }
        if (random.nextBoolean()) {
            out.append(comma()).append("\"stream\"").append(colon()).append(random.nextBoolean());
        }
        if (random.nextInt(30) == 0) {
            out.append(comma())
                    .append("\"messages\"")
                    .append(colon())
                    .append('[')
                    .append(message("user"))
                    .append(']');
        }
        return out.append(space()).append('}').append(space()).toString();
    }

    private String tools() {
        StringBuilder out = new StringBuilder("[" + space());
        int count = random.nextInt(3);
        for (int t = 0; t < count; t++) {
            out.append(t == 0 ? "" : comma())
                    .append("{\"type\":\"function\",\"function\":{\"name\":\"tool")
                    .append(t);
            out.append("\",\"parameters\":").append(value(3)).append("}}");
        }
        return out.append(space()).append(']').toString();
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
            calls.append(c == 0 ? "" : comma());
            calls.append("{")
                    .append(space())
                    .append("\"id\":")
                    .append(id)
                    .append(",\"type\":\"function\",\"function\":{");
            calls.append("\"name\":\"bash\",\"arguments\":").append(random.nextInt(9) == 0 ? value(2) : string(5));
            calls.append(random.nextInt(6) == 0 ? "},\"index\":" + c + "}" : "}}");
            StringBuilder result =
                    new StringBuilder("{\"role\":\"tool\",\"tool_call_id\":" + id + comma() + "\"content\"");
            results.add(result.append(colon()).append(content()).append('}').toString());
        }
        String content = random.nextBoolean() ? "null" : string(5);
        messages.add("{\"role\":\"assistant\"" + comma() + "\"content\"" + colon() + content + comma()
                + "\"tool_calls\":" + calls + "]}");
        messages.addAll(results);
    }

    private String message(String role) {
        StringBuilder out = new StringBuilder("{" + space() + "\"role\"" + colon() + "\"" + role + "\"");
        if (random.nextInt(10) == 0) {
            out.append(comma()).append("\"content\"").append(colon()).append(string(3));
        }
        out.append(comma())
                .append(random.nextInt(30) == 0 ? "\"c\\u006fntent\"" : "\"content\"")
                .append(colon());
        out.append(content());
        if (random.nextInt(6) == 0) {
            members(out, 2);
        }
        return out.append(space()).append('}').toString();
    }

    private String content() {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            case 2, 3 -> {
                StringBuilder parts = new StringBuilder("[" + space());
                int count = random.nextInt(4);
                for (int p = 0; p < count; p++) {
                    parts.append(p == 0 ? "" : comma()).append(part());
                }
                yield parts.append(space()).append(']').toString();
            }
            case 4 -> random.nextInt(5) == 0 ? value(3) : string(3);
            default -> string(12);
        };
    }

    private String part() {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"type\":\"image_url\",\"image_url\":{\"url\":" + string(3) + "}}";
            case 1 -> "{\"type\":\"text\",\"text\":" + string(4) + ",\"cache_control\":{\"type\":\"ephemeral\"}}";
            case 2 -> "{\"type\":" + string(1) + comma() + "\"x\":" + value(2) + "}";
            default -> "{\"type\"" + colon() + "\"text\"" + comma() + "\"text\"" + colon() + string(6) + "}";
        };
    }
}
