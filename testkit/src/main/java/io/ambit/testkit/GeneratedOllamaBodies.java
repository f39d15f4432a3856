package io.ambit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies of requests to Ollama's chat, with what clients of it send, and spaces, orders and escapes of any kind. */
public final class GeneratedOllamaBodies {
    private static final List<String> PIECES = List.of(
            "word ", "\u00e9", "\ud83d\ude42", "\\n", "\\u00e9", "\\\"", "\\\\", "\u65e5\u672c", "\\ud800", "0", "{");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t ");
    private static final List<String> TOOLS = List.of("read", "bash", "context_retrieve");

    private final SplittableRandom random;
    private final List<String> open = new ArrayList<>();

    private GeneratedOllamaBodies(SplittableRandom random) {
        this.random = random;
    }

    /** The same body for the same seed. */
    public static byte[] random(Seed seed) {
        return new GeneratedOllamaBodies(seed.random()).body().getBytes(StandardCharsets.UTF_8);
    }

    /** One request for a completion of a prompt. */
    public static byte[] generate(Seed seed) {
        return new GeneratedOllamaBodies(seed.random()).completion().getBytes(StandardCharsets.UTF_8);
    }

    /** The same conversation up to each of its messages, one body each. */
    public static List<byte[]> growing(Seed seed) {
        GeneratedOllamaBodies made = new GeneratedOllamaBodies(seed.random());
        List<String> messages = made.messages();
        List<byte[]> bodies = new ArrayList<>();
        for (int count = 1; count <= messages.size(); count++) {
            String body = "{\"model\":\"m\",\"messages\":[" + String.join(",", messages.subList(0, count))
                    + "],\"options\":{\"seed\":1}}";
            bodies.add(body.getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private String body() {
        List<String> members = new ArrayList<>();
        members.add("\"model\"" + colon() + string(2));
        members.add("\"messages\"" + colon() + "[" + String.join(comma(), messages()) + space() + "]");
        if (random.nextBoolean()) {
            members.add("\"stream\"" + colon() + Seed.pick(random, List.of("true", "false", "null")));
        }
        if (random.nextBoolean()) {
            members.add("\"options\"" + colon()
                    + Seed.pick(
                            random,
                            List.of("null", "{ }", "{\"num_ctx\":512}", "{\"temperature\" : 0.5,\"stop\":[\"x\"]}")));
        }
        if (random.nextBoolean()) {
            members.add("\"tools\"" + colon()
                    + Seed.pick(
                            random,
                            List.of("[]", "null", "[{\"type\":\"function\",\"function\":{\"name\":\"read\"}} ]")));
        }
        if (random.nextInt(4) == 0) {
            members.add("\"keep_alive\"" + colon() + Seed.pick(random, List.of("\"5m\"", "-1", "1e3")));
        }
        return object(members);
    }

    private String object(List<String> members) {
        for (int i = members.size() - 1; i > 0; i--) {
            members.add(members.remove(random.nextInt(i + 1)));
        }
        return space() + "{" + space() + String.join(comma(), members) + space() + "}" + space();
    }

    private String completion() {
        List<String> members = new ArrayList<>();
        members.add("\"model\"" + colon() + string(2));
        members.add("\"prompt\"" + colon() + string(12));
        for (String name : List.of("system", "suffix", "template")) {
            if (random.nextInt(3) == 0) {
                members.add("\"" + name + "\"" + colon() + string(6));
            }
        }
        if (random.nextBoolean()) {
            members.add("\"stream\"" + colon() + Seed.pick(random, List.of("true", "false", "null")));
        }
        if (random.nextBoolean()) {
            members.add("\"options\"" + colon() + Seed.pick(random, List.of("null", "{ }", "{\"num_ctx\":512}")));
        }
        if (random.nextInt(4) == 0) {
            members.add("\"context\"" + colon() + Seed.pick(random, List.of("[]", "[1, 2,3]", "null")));
        }
        return object(members);
    }

    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            switch (random.nextInt(4)) {
                case 0 -> messages.add(message("user", ""));
                case 1 -> messages.add(message("system", ""));
                case 2 -> messages.add(message("assistant", calls()));
                default -> messages.add(result());
            }
        }
        return messages;
    }

    private String message(String role, String more) {
        String images = random.nextInt(6) == 0 ? "," + "\"images\"" + colon() + "[" + string(1) + "]" : "";
        String thinking = random.nextInt(6) == 0 ? comma() + "\"thinking\"" + colon() + string(2) : "";
        String content = random.nextInt(8) == 0 ? "null" : string(6);
        return "{" + space() + "\"role\"" + colon() + "\"" + role + "\"" + comma() + "\"content\"" + colon() + content
                + images + thinking + more + space() + "}";
    }

    private String calls() {
        List<String> calls = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            String tool = Seed.pick(random, TOOLS);
            open.add(tool);
            String arguments = Seed.pick(
                    random, List.of("{}", "{\"b\" : 1,\"a\":[1.50]}", "\"{\\\"x\\\":1}\"", "\"no json\"", "null"));
            String id = random.nextInt(4) == 0 ? "\"id\":\"i" + open.size() + "\"," : "";
            calls.add("{" + id + "\"function\":{\"name\"" + colon() + "\"" + tool + "\"" + comma() + "\"arguments\""
                    + colon() + arguments + "}}");
        }
        return calls.isEmpty() ? "" : "," + "\"tool_calls\"" + colon() + "[" + String.join(comma(), calls) + "]";
    }

    private String result() {
        String tool = open.isEmpty() ? "read" : open.remove(random.nextInt(open.size()));
        String name = random.nextInt(5) == 0 ? "" : ",\"tool_name\"" + colon() + "\"" + tool + "\"";
        return "{\"role\":\"tool\"" + comma() + "\"content\"" + colon() + string(10) + name + "}";
    }

    private String string(int pieces) {
        StringBuilder out = new StringBuilder("\"");
        for (int count = random.nextInt(pieces + 1); count > 0; count--) {
            out.append(Seed.pick(random, PIECES));
        }
        return out.append('"').toString();
    }

    private String space() {
        return Seed.pick(random, SPACES);
    }

    private String comma() {
        return space() + "," + space();
    }

    private String colon() {
        return space() + ":" + space();
    }
}
