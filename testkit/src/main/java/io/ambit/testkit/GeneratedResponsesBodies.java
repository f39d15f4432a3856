package io.ambit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bodies of requests of OpenAI's Responses, written as text without a JSON library, like {@link GeneratedBodies}: every
 * kind of item, turns of many items, texts for inputs, instructions before and after. All are valid JSON and valid UTF-8.
 */
public final class GeneratedResponsesBodies extends GeneratedJson {
    private static final List<String> ROLES = List.of("user", "user", "user", "system", "developer", "critic");
    private static final List<String> OPAQUE =
            List.of("item_reference", "compaction", "web_search_call", "mcp_call", "mcp_list_tools", "x_new");
    private static final List<String> CALLS = List.of("local_shell_call", "computer_call", "shell_call");

    private GeneratedResponsesBodies(SplittableRandom random) {
        super(random);
    }

    /** One request. */
    public static byte[] random(Seed seed) {
        GeneratedResponsesBodies bodies = new GeneratedResponsesBodies(seed.random());
        String input = bodies.random.nextInt(12) == 0
                ? bodies.oddInput()
                : "[" + bodies.space()
                        + String.join(bodies.space() + "," + bodies.space(), bodies.items(bodies.random.nextInt(14)))
                        + bodies.space() + "]";
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
            default -> string(12);
        };
    }

    private String head() {
        StringBuilder out = new StringBuilder(space() + "{" + space() + "\"model\"" + colon() + string(2));
        members(out, 3);
        if (random.nextInt(3) == 0) {
            out.append(comma()).append("\"instructions\"").append(colon()).append(instructions());
        }
        if (random.nextInt(20) == 0) {
            out.append(comma())
                    .append("\"input\"")
                    .append(colon())
                    .append("[{\"role\":\"user\",\"content\":\"first\"}]");
        }
        if (random.nextInt(4) == 0) {
            out.append(comma()).append("\"tools\"").append(colon()).append(tools());
        }
        return out.append(comma()).append("\"input\"").append(colon()).toString();
    }

    private String tail() {
        StringBuilder out = new StringBuilder(space());
        members(out, 4);
        if (random.nextInt(3) > 0) {
            out.append(comma()).append("\"tools\"").append(colon()).append(tools());
        }
        if (random.nextInt(5) == 0) {
            out.append(comma()).append("\"instructions\"").append(colon()).append(instructions());
        }
        if (random.nextInt(5) == 0) {
            out.append(comma())
                    .append("\"previous_response_id\"")
                    .append(colon())
                    .append("\"resp_")
                    .append(random.nextInt(9))
                    .append('"');
        }
        if (random.nextBoolean()) {
            out.append(comma()).append("\"stream\"").append(colon()).append(random.nextBoolean());
        }
        if (random.nextInt(30) == 0) {
            out.append(comma())
                    .append("\"input\"")
                    .append(colon())
                    .append('[')
                    .append(message("user"))
                    .append(']');
        }
        return out.append(space()).append('}').append(space()).toString();
    }

    private String instructions() {
        return switch (random.nextInt(6)) {
            case 0 -> "null";
            case 1 -> "[" + message("developer") + "]";
            default -> string(4);
        };
    }

    private String tools() {
        StringBuilder out = new StringBuilder("[" + space());
        int count = random.nextInt(3);
        for (int t = 0; t < count; t++) {
            out.append(t == 0 ? "" : comma());
            switch (random.nextInt(4)) {
                case 0 -> out.append("{\"type\":\"web_search\"}");
                case 1 ->
                    out.append("{\"type\":\"namespace\",\"name\":\"n\",\"tools\":[")
                            .append(function(t))
                            .append("]}");
                default -> out.append(function(t));
            }
        }
        return out.append(space()).append(']').toString();
    }

    private String function(int number) {
        return "{\"type\":\"function\",\"name\":\"tool" + number + "\",\"parameters\":" + value(3) + "}";
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
                    items.add("{\"type\":\"reasoning\"" + comma() + "\"id\":\"rs_" + i + "\",\"summary\":[],"
                            + "\"encrypted_content\":" + string(4) + "}");
                case 1 -> items.add(message("assistant"));
                case 2 -> {
                    items.add("{\"type\":\"custom_tool_call\",\"call_id\":" + id + ",\"name\":\"patch\",\"input\":"
                            + string(5) + "}");
                    results.add(output("custom_tool_call_output", id));
                }
                case 3 -> {
                    String type = Seed.pick(random, CALLS);
                    items.add("{\"type\":\"" + type + "\",\"call_id\":" + id + ",\"action\":" + value(2) + "}");
                    results.add(
                            "{\"type\":\"" + type + "_output\",\"call_id\":" + id + ",\"output\":" + value(2) + "}");
                }
                default -> {
                    items.add("{" + space() + "\"type\":\"function_call\",\"id\":\"fc_" + i + "\"" + comma()
                            + "\"call_id\":" + id + ",\"name\":\"bash\",\"arguments\"" + colon()
                            + (random.nextInt(9) == 0 ? value(2) : string(5))
                            + (random.nextInt(6) == 0 ? ",\"namespace\":\"n\"}" : "}"));
                    results.add(output("function_call_output", id));
                }
            }
        }
        items.addAll(results);
    }

    private String output(String type, String id) {
        return "{\"type\":\"" + type + "\"" + comma() + "\"call_id\":" + id + ",\"output\"" + colon() + content() + "}";
    }

    private String opaque() {
        return "{\"type\":\"" + Seed.pick(random, OPAQUE) + "\",\"id\":" + string(1) + ",\"x\":" + value(3) + "}";
    }

    private String message(String role) {
        StringBuilder out = new StringBuilder("{" + space());
        out.append(random.nextInt(4) == 0 ? "" : "\"type\":\"message\"" + comma());
        out.append("\"role\"")
                .append(colon())
                .append('"')
                .append(role)
                .append('"')
                .append(comma());
        out.append(random.nextInt(30) == 0 ? "\"c\\u006fntent\"" : "\"content\"")
                .append(colon())
                .append(content());
        if (random.nextInt(6) == 0) {
            members(out, 2);
        }
        return out.append(space()).append('}').toString();
    }

    private String content() {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            case 2, 3, 4 -> {
                StringBuilder parts = new StringBuilder("[" + space());
                int count = random.nextInt(4);
                for (int p = 0; p < count; p++) {
                    parts.append(p == 0 ? "" : comma()).append(part());
                }
                yield parts.append(space()).append(']').toString();
            }
            case 5 -> random.nextInt(5) == 0 ? value(3) : string(3);
            default -> string(12);
        };
    }

    private String part() {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"type\":\"input_image\",\"image_url\":" + string(3) + "}";
            case 1 -> "{\"type\":\"output_text\",\"text\":" + string(4) + ",\"annotations\":[],\"logprobs\":[]}";
            case 2 -> "{\"type\":" + string(1) + comma() + "\"x\":" + value(2) + "}";
            default -> "{\"type\"" + colon() + "\"input_text\"" + comma() + "\"text\"" + colon() + string(6) + "}";
        };
    }
}
