package io.ambit.wire.anthropic;

import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Answers of an upstream to Anthropic's messages, with what they say: rounds of blocks, hidden calls among them. */
public final class GeneratedMessages {
    private static final List<String> WORDS =
            List.of("alpha ", "é", "🙂", "日本", "\n", "\"", "\\", "event: ping", "context_retrieve", "}", " ");
    private static final List<String> LINE_ENDS = List.of("\n", "\n", "\r\n", "\r");
    private static final List<String> NAMES = List.of("read", "bash", "context", "context_retrieve_all", "c");

    private final SplittableRandom random;
    private final int number;

    GeneratedMessages(SplittableRandom random, int number) {
        this.random = random;
        this.number = number;
    }

    /**
     * A block of content.
     *
     * @param type text, thinking, redacted_thinking, server_tool_use or tool_use
     * @param said text, thinking, data, or the input of a call as JSON
     */
    public record Block(String type, String id, String name, String said) {
        boolean isHidden() {
            return type.equals("tool_use") && name.equals("context_retrieve");
        }

        boolean isCall() {
            return type.equals("tool_use");
        }
    }

    /** What a round says. */
    record Round(String id, List<Block> blocks, String finish, int input) {
        List<Block> hidden() {
            return blocks.stream().filter(Block::isHidden).toList();
        }

        List<Block> shown() {
            return blocks.stream().filter(block -> !block.isHidden()).toList();
        }
    }

    /** Rounds as they follow each other: all but the last call hidden tools only. */
    static List<Round> rounds(SplittableRandom random) {
        List<Round> rounds = new ArrayList<>();
        int hidden = random.nextInt(4);
        for (int r = 0; r <= hidden; r++) {
            GeneratedMessages made = new GeneratedMessages(random, r);
            boolean last = r == hidden;
            List<Block> blocks = made.said();
            int retrieves = last ? random.nextInt(3) * random.nextInt(2) : 1 + random.nextInt(2);
            int own = last ? (retrieves > 0 ? 1 : 0) + random.nextInt(3) : 0;
            for (int c = 0; c < retrieves; c++) {
                blocks.add(made.place(blocks), made.call("context_retrieve", "h" + r + c));
            }
            for (int c = 0; c < own; c++) {
                blocks.add(made.place(blocks), made.call(Seed.pick(random, NAMES), "o" + r + c));
            }
            boolean calls = retrieves + own > 0;
            rounds.add(new Round(
                    "msg_" + r,
                    blocks,
                    calls ? "tool_use" : Seed.pick(random, List.of("end_turn", "max_tokens", "stop_sequence")),
                    100 + r));
        }
        return rounds;
    }

    private int place(List<Block> blocks) {
        return random.nextInt(blocks.size() + 1);
    }

    private List<Block> said() {
        List<Block> blocks = new ArrayList<>();
        int count = random.nextInt(4);
        for (int b = 0; b < count; b++) {
            switch (random.nextInt(6)) {
                case 0 -> blocks.add(new Block("thinking", "", "", text(6)));
                case 1 -> blocks.add(new Block("redacted_thinking", "", "", "EmwKAhgB"));
                case 2 -> blocks.add(new Block("server_tool_use", "srvtoolu_" + number + b, "web_search", "{}"));
                default -> blocks.add(new Block("text", "", "", text(8)));
            }
        }
        return blocks;
    }

    private Block call(String name, String id) {
        String input = random.nextInt(6) == 0 ? "{}" : "{\"x\": " + JsonStrings.quote(text(4)) + "}";
        return new Block("tool_use", "toolu_" + id, name, input);
    }

    private String text(int words) {
        StringBuilder out = new StringBuilder();
        int count = random.nextInt(words);
        for (int w = 0; w < count; w++) {
            out.append(Seed.pick(random, WORDS));
        }
        return out.toString();
    }

    /** The round as a stream of events. */
    byte[] stream(Round round) {
        StringBuilder out = new StringBuilder();
        event(out, "message_start", "\"message\":" + message(round, "[]", "null", usage(round, 1)));
        for (int b = 0; b < round.blocks().size(); b++) {
            block(out, b, round.blocks().get(b));
        }
        event(
                out,
                "message_delta",
                "\"delta\":{\"stop_reason\":" + JsonStrings.quote(round.finish())
                        + ",\"stop_sequence\":null},\"usage\":"
                        + (random.nextInt(3) == 0 ? usage(round, 7) : "{\"output_tokens\":7}"));
        event(out, "message_stop", "");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void block(StringBuilder out, int index, Block block) {
        boolean whole = block.type().equals("redacted_thinking") || block.type().equals("server_tool_use");
        String start = json(block, whole ? block.said() : block.isCall() ? "{}" : "", whole ? "" : null);
        event(out, "content_block_start", "\"index\": " + index + ",\"content_block\":" + start);
        if (!whole) {
            for (String piece : pieces(block.said().equals("{}") ? "" : block.said())) {
                String quoted = JsonStrings.quote(piece);
                String delta = switch (block.type()) {
                    case "thinking" -> "\"thinking_delta\",\"thinking\":" + quoted;
                    case "tool_use" -> "\"input_json_delta\",\"partial_json\":" + quoted;
                    default -> "\"text_delta\",\"text\":" + quoted;
                };
                event(out, "content_block_delta", "\"index\":" + index + ",\"delta\":{\"type\":" + delta + "}");
            }
            if (block.type().equals("thinking")) {
                event(
                        out,
                        "content_block_delta",
                        "\"index\":" + index + ",\"delta\":{\"type\":\"signature_delta\",\"signature\":\"sig==\"}");
            }
        }
        event(out, "content_block_stop", "\"index\":" + index);
    }

    private static String json(Block block, String said, @Nullable String signature) {
        String quoted = JsonStrings.quote(said);
        String type = "{\"type\":\"" + block.type() + "\",";
        return switch (block.type()) {
            case "text" -> type + "\"text\":" + quoted + "}";
            case "thinking" ->
                type + "\"thinking\":" + quoted + ",\"signature\":"
                        + JsonStrings.quote(signature == null ? "" : signature) + "}";
            case "redacted_thinking" -> type + "\"data\":" + quoted + "}";
            default ->
                type + "\"id\":" + JsonStrings.quote(block.id()) + ",\"name\":" + JsonStrings.quote(block.name())
                        + ",\"input\":" + said + "}";
        };
    }

    private static String message(Round round, String content, String finish, String usage) {
        return "{\"id\":" + JsonStrings.quote(round.id())
                + ",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":" + content
                + ",\"stop_reason\":" + finish + ",\"stop_sequence\":null,\"usage\":" + usage + "}";
    }

    private static String usage(Round round, int output) {
        return "{\"input_tokens\":" + round.input()
                + ",\"cache_creation_input_tokens\":20,\"cache_read_input_tokens\":3,\"output_tokens\":" + output + "}";
    }

    private void event(StringBuilder out, String type, String members) {
        String end = Seed.pick(random, LINE_ENDS);
        switch (random.nextInt(12)) {
            case 0 -> out.append(": keep alive").append(end).append(end);
            case 1 -> out.append("id: ").append(number).append(end);
            case 2 ->
                out.append("event: ping")
                        .append(end)
                        .append("data: {\"type\": \"ping\"}")
                        .append(end)
                        .append(end);
            default -> {}
        }
        out.append("event: ").append(type).append(end);
        out.append(random.nextInt(5) == 0 ? "data:" : "data: ");
        out.append("{\"type\":\"").append(type).append('"');
        if (random.nextInt(12) == 0) {
            out.append(end).append("data: ");
        }
        out.append(members.isEmpty() ? "" : ",")
                .append(members)
                .append('}')
                .append(end)
                .append(end);
    }

    /** Pieces of a text, which may part the two halves of a character. */
    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && random.nextInt(4) > 0) {
                to++;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** The round as one JSON text. */
    byte[] whole(Round round) {
        List<String> blocks = round.blocks().stream()
                .map(block -> json(block, block.said(), "sig=="))
                .toList();
        String content = "[" + (random.nextBoolean() ? " " : "") + String.join(" , ", blocks) + "]";
        return (message(round, content, JsonStrings.quote(round.finish()), usage(round, 7)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
