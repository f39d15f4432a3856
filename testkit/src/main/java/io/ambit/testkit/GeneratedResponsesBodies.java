package io.ambit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bodies of requests of OpenAI's Responses, written as text without a JSON library, like {@link GeneratedBodies}: every
 * kind of item, turns of many items, texts for inputs, instructions before and after. All are valid JSON and valid UTF-8.
 */
public final class GeneratedResponsesBodies {
    private static final List<String> ROLES = List.of("user", "user", "user", "system", "developer", "critic");
    private static final List<String> OPAQUE =
            List.of("item_reference", "compaction", "web_search_call", "mcp_call", "mcp_list_tools", "x_new");
    private static final List<String> CALLS = List.of("local_shell_call", "computer_call", "shell_call");

    private final SplittableRandom random;
    private final GeneratedJson json;

    private GeneratedResponsesBodies(SplittableRandom random) {
        this.random = random;
        this.json = new GeneratedJson(random);
    }

    /** One request. */
    public static byte[] random(Seed seed) {
        GeneratedResponsesBodies bodies = new GeneratedResponsesBodies(seed.random());
        String input = bodies.random.nextInt(12) == 0
                ? bodies.oddInput()
                : "[" + bodies.json.space()
                        + String.join(
                                bodies.json.space() + "," + bodies.json.space(),
                                bodies.items(bodies.random.nextInt(14)))
                        + bodies.json.space() + "]";
        return utf8(bodies.head() + input + bodies.tail());
    }

    /** The requests of a session, oldest first: each has the items of the one before, byte for byte, and more. */
    public static List<byte[]> session(Seed seed) {
        GeneratedResponsesBodies bodies = new GeneratedResponsesBodies(seed.random());
        List<String> items = bodies.items(1 + bodies.random.nextInt(4));
        String head = bodies.head();
        String tail = bodies.tail();
        List<byte[]> session = new ArrayList<>();
        int steps = 2 + bodies.random.nextInt(8);
        for (int s = 0; s < steps; s++) {
            session.add(utf8(head + "[" + String.join(",", items) + "]" + tail));
            // Some of these continue a turn that the request before ended in.
            items.addAll(bodies.items(1 + bodies.random.nextInt(3)));
            if (bodies.random.nextInt(8) == 0) {
                items.subList(items.size() / 2, items.size()).clear();
            }
            if (bodies.random.nextInt(4) == 0) {
                tail = bodies.tail();
            }
        }
        return session;
    }

    private String oddInput() {
        return switch (random.nextInt(4)) {
            case 0 -> "null";
            case 1 -> "[]";
            default -> json.string(12);
        };
    }

    private String head() {
        StringBuilder out =
                new StringBuilder(json.space() + "{" + json.space() + "\"model\"" + json.colon() + json.string(2));
        json.members(out, 3);
        if (random.nextInt(3) == 0) {
            out.append(json.comma())
                    .append("\"instructions\"")
                    .append(json.colon())
                    .append(instructions());
        }
        if (random.nextInt(20) == 0) {
            out.append(json.comma())
                    .append("\"input\"")
                    .append(json.colon())
                    .append("[{\"role\":\"user\",\"content\":\"first\"}]");
        }
        if (random.nextInt(4) == 0) {
            out.append(json.comma()).append("\"tools\"").append(json.colon()).append(tools());
        }
        return out.append(json.comma()).append("\"input\"").append(json.colon()).toString();
    }

    private String tail() {
        StringBuilder out = new StringBuilder(json.space());
        json.members(out, 4);
        if (random.nextInt(3) > 0) {
            out.append(json.comma()).append("\"tools\"").append(json.colon()).append(tools());
        }
        if (random.nextInt(5) == 0) {
            out.append(json.comma())
                    .append("\"instructions\"")
                    .append(json.colon())
                    .append(instructions());
        }
        if (random.nextInt(5) == 0) {
            out.append(json.comma())
                    .append("\"previous_response_id\"")
                    .append(json.colon())
                    .append("\"resp_")
                    .append(random.nextInt(9))
                    .append('"');
        }
        if (random.nextBoolean()) {
            out.append(json.comma()).append("\"stream\"").append(json.colon()).append(random.nextBoolean());
        }
        if (random.nextInt(30) == 0) {
            out.append(json.comma())
                    .append("\"input\"")
                    .append(json.colon())
                    .append('[')
                    .append(message("user"))
                    .append(']');
        }
        return out.append(json.space()).append('}').append(json.space()).toString();
    }

    private String instructions() {
        return switch (random.nextInt(6)) {
            case 0 -> "null";
            case 1 -> "[" + message("developer") + "]";
            default -> json.string(4);
        };
    }

    private String tools() {
        StringBuilder out = new StringBuilder("[" + json.space());
        int count = random.nextInt(3);
        for (int t = 0; t < count; t++) {
            out.append(t == 0 ? "" : json.comma());
            switch (random.nextInt(4)) {
                case 0 -> out.append("{\"type\":\"web_search\"}");
                case 1 ->
                    out.append("{\"type\":\"namespace\",\"name\":\"n\",\"tools\":[")
                            .append(function(t))
                            .append("]}");
                default -> out.append(function(t));
            }
        }
        return out.append(json.space()).append(']').toString();
    }

    private String function(int number) {
        return "{\"type\":\"function\",\"name\":\"tool" + number + "\",\"parameters\":" + json.value(3) + "}";
    }

    private List<String> items(int count) {
        List<String> items = new ArrayList<>();
        while (items.size() < count) {
            if (random.nextInt(3) == 0) {
                turn(items);
            } else {
                items.add(random.nextInt(4) == 0 ? opaque() : message(Seed.pick(random, ROLES)));
            }
        }
        return items;
    }

    /** What a model says in one answer, and what tools answer. */
    private void turn(List<String> items) {
        List<String> results = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String id = "\"call_" + random.nextInt(1000) + "\"";
            switch (random.nextInt(7)) {
                case 0 ->
                    items.add("{\"type\":\"reasoning\"" + json.comma() + "\"id\":\"rs_" + i + "\",\"summary\":[],"
                            + "\"encrypted_content\":" + json.string(4) + "}");
                case 1 -> items.add(message("assistant"));
                case 2 -> {
                    items.add("{\"type\":\"custom_tool_call\",\"call_id\":" + id + ",\"name\":\"patch\",\"input\":"
                            + json.string(5) + "}");
                    results.add(output("custom_tool_call_output", id));
                }
                case 3 -> {
                    String type = Seed.pick(random, CALLS);
                    items.add("{\"type\":\"" + type + "\",\"call_id\":" + id + ",\"action\":" + json.value(2) + "}");
                    results.add("{\"type\":\"" + type + "_output\",\"call_id\":" + id + ",\"output\":" + json.value(2)
                            + "}");
                }
                default -> {
                    items.add("{" + json.space() + "\"type\":\"function_call\",\"id\":\"fc_" + i + "\"" + json.comma()
                            + "\"call_id\":" + id + ",\"name\":\"bash\",\"arguments\"" + json.colon()
                            + (random.nextInt(9) == 0 ? json.value(2) : json.string(5))
                            + (random.nextInt(6) == 0 ? ",\"namespace\":\"n\"}" : "}"));
                    results.add(output("function_call_output", id));
                }
            }
        }
        items.addAll(results);
    }

    private String output(String type, String id) {
        return "{\"type\":\"" + type + "\"" + json.comma() + "\"call_id\":" + id + ",\"output\"" + json.colon()
                + content() + "}";
    }

    private String opaque() {
        return "{\"type\":\"" + Seed.pick(random, OPAQUE) + "\",\"id\":" + json.string(1) + ",\"x\":" + json.value(3)
                + "}";
    }

    private String message(String role) {
        StringBuilder out = new StringBuilder("{" + json.space());
        out.append(random.nextInt(4) == 0 ? "" : "\"type\":\"message\"" + json.comma());
        out.append("\"role\"")
                .append(json.colon())
                .append('"')
                .append(role)
                .append('"')
                .append(json.comma());
        out.append(random.nextInt(30) == 0 ? "\"c\\u006fntent\"" : "\"content\"")
                .append(json.colon())
                .append(content());
        if (random.nextInt(6) == 0) {
            json.members(out, 2);
        }
        return out.append(json.space()).append('}').toString();
    }

    private String content() {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            case 2, 3, 4 -> {
                StringBuilder parts = new StringBuilder("[" + json.space());
                int count = random.nextInt(4);
                for (int p = 0; p < count; p++) {
                    parts.append(p == 0 ? "" : json.comma()).append(part());
                }
                yield parts.append(json.space()).append(']').toString();
            }
            case 5 -> random.nextInt(5) == 0 ? json.value(3) : json.string(3);
            default -> json.string(12);
        };
    }

    private String part() {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"type\":\"input_image\",\"image_url\":" + json.string(3) + "}";
            case 1 -> "{\"type\":\"output_text\",\"text\":" + json.string(4) + ",\"annotations\":[],\"logprobs\":[]}";
            case 2 -> "{\"type\":" + json.string(1) + json.comma() + "\"x\":" + json.value(2) + "}";
            default ->
                "{\"type\"" + json.colon() + "\"input_text\"" + json.comma() + "\"text\"" + json.colon()
                        + json.string(6) + "}";
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
