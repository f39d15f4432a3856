package io.ambit.server;

import io.ambit.testkit.Seed;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a model server may answer in one format: streams in every spelling that the format allows, and what goes wrong
 * with them. The same for the same seed.
 *
 * @param body what the client has to get
 * @param broken whether the connection breaks off after {@code body}
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record GeneratedAnswer(int status, String contentType, byte[] body, boolean broken, List<byte[]> chunks) {
    private static final List<String> WORDS =
            List.of("word ", "\u00e9", "\ud83d\ude42", "\\ud83d\\ude42", "\\n", "\\\"", "\u65e5\u672c", "data: ", "{");
    private static final int MAX_CHUNK = 60;

    static GeneratedAnswer of(WireFormat format, Seed seed) {
        SplittableRandom random =
                new SplittableRandom(seed.value() * 31 + format.title().hashCode());
        boolean lines = format == WireFormat.OLLAMA_CHAT || format == WireFormat.OLLAMA_GENERATE;
        return switch (random.nextInt(8)) {
            case 0 -> {
                byte[] noise = new byte[1 + random.nextInt(600)];
                random.nextBytes(noise);
                yield made(200, lines ? "application/x-ndjson" : "text/event-stream", noise, false, random);
            }
            case 1 -> {
                String body = " {\"error\" : {\"message\":\"" + text(random) + "\",\"type\":\"server_error\"} }\r\n";
                int status = Seed.pick(random, List.of(400, 404, 422, 429, 500, 529));
                yield made(status, "application/json", utf8(body), false, random);
            }
            case 2 -> made(200, "application/json; charset=utf-8", utf8(whole(format, random)), false, random);
            case 3 -> {
                byte[] all = utf8(lines ? lines(format, random) : events(format, random));
                byte[] part = Arrays.copyOf(all, 1 + random.nextInt(all.length));
                yield made(200, lines ? "application/x-ndjson" : "text/event-stream", part, true, random);
            }
            default ->
                lines
                        ? made(200, "application/x-ndjson", utf8(lines(format, random)), false, random)
                        : made(200, "text/event-stream", utf8(events(format, random)), false, random);
        };
    }

    /** As the model server sends it. */
    ScriptedAnswer scripted() {
        ScriptedAnswer.Raw whole = ScriptedAnswer.chunked(status, contentType, chunks);
        if (!broken) {
            return whole;
        }
        List<ScriptedAnswer.Piece> pieces = new ArrayList<>(whole.pieces());
        pieces.set(pieces.size() - 1, new ScriptedAnswer.Piece.Drop());
        return new ScriptedAnswer.Raw(whole.head(), pieces);
    }

    /** Cut anywhere: in the midst of a character, of a line's end, of an event. */
    private static GeneratedAnswer made(
            int status, String contentType, byte[] body, boolean broken, SplittableRandom random) {
        List<byte[]> chunks = new ArrayList<>();
        int most = random.nextInt(6) == 0 ? 3 : MAX_CHUNK;
        for (int from = 0; from < body.length; ) {
            int until = Math.min(body.length, from + 1 + random.nextInt(most));
            chunks.add(Arrays.copyOfRange(body, from, until));
            from = until;
        }
        return new GeneratedAnswer(status, contentType, body, broken, chunks);
    }

    private static String events(WireFormat format, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        String end = Seed.pick(random, List.of("\n", "\r\n", "\n", "\r"));
        for (String data : stream(format, random)) {
            switch (random.nextInt(10)) {
                case 0 -> out.append(": ping").append(end).append(end);
                case 1 ->
                    out.append("event: ping")
                            .append(end)
                            .append("data: {\"type\": \"ping\"}")
                            .append(end)
                            .append(end);
                case 2 -> out.append("id: 7").append(end).append("retry: 10").append(end);
                default -> {}
            }
            if (random.nextBoolean()) {
                out.append("event: message").append(end);
            }
            // A line's end between two members is nothing to JSON, and another line of data to the stream.
            String spelled = random.nextInt(6) == 0 ? data.replace(",\"", "," + end + "data: \"") : data;
            out.append(random.nextBoolean() ? "data: " : "data:")
                    .append(spelled)
                    .append(end)
                    .append(end);
        }
        if (format == WireFormat.OPENAI_CHAT) {
            out.append("data: [DONE]").append(end).append(end);
        }
        return out.toString();
    }

    private static String lines(WireFormat format, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
        for (String line : stream(format, random)) {
            out.append(line).append(end);
            if (random.nextInt(8) == 0) {
                out.append(end);
            }
        }
        return out.toString();
    }

    /** The data of a stream; one in five ends with an error. */
    private static List<String> stream(WireFormat format, SplittableRandom random) {
        List<String> data = new ArrayList<>(begin(format));
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            data.add(piece(format, text(random)));
        }
        data.addAll(
                random.nextInt(5) == 0
                        ? List.of("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"gone\"}}")
                        : end(format));
        return data;
    }

    private static List<String> begin(WireFormat format) {
        return switch (format) {
            case OPENAI_CHAT, OLLAMA_CHAT, OLLAMA_GENERATE -> List.of();
            case OPENAI_RESPONSES ->
                List.of(
                        "{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\",\"output\":[]}}",
                        "{\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"type\":\"message\","
                                + "\"id\":\"i\",\"role\":\"assistant\",\"content\":[]}}");
            case ANTHROPIC ->
                List.of(
                        "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":[],"
                                + "\"usage\":{\"input_tokens\":5,\"output_tokens\":1}}}",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        };
    }

    private static String piece(WireFormat format, String text) {
        return switch (format) {
            case OPENAI_CHAT -> "{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
            case OPENAI_RESPONSES ->
                "{\"type\":\"response.output_text.delta\",\"output_index\":0,\"delta\":\"" + text + "\"}";
            case ANTHROPIC ->
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text
                        + "\"}}";
            case OLLAMA_CHAT ->
                "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"},\"done\":false}";
            case OLLAMA_GENERATE -> "{\"model\":\"m\",\"response\":\"" + text + "\",\"done\":false}";
        };
    }

    private static List<String> end(WireFormat format) {
        return switch (format) {
            case OPENAI_CHAT ->
                List.of("{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            case OPENAI_RESPONSES ->
                List.of("{\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"status\":\"completed\","
                        + "\"output\":[],\"usage\":{\"input_tokens\":5,\"output_tokens\":2}}}");
            case ANTHROPIC ->
                List.of(
                        "{\"type\":\"content_block_stop\",\"index\":0}",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":9}}",
                        "{\"type\":\"message_stop\"}");
            case OLLAMA_CHAT, OLLAMA_GENERATE ->
                List.of("{\"model\":\"m\",\"done\":true,\"prompt_eval_count\":5,\"eval_count\":2}");
        };
    }

    private static String whole(WireFormat format, SplittableRandom random) {
        String text = text(random);
        return switch (format) {
            case OPENAI_CHAT ->
                "{ \"choices\" : [{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1.0}}\r\n";
            case OPENAI_RESPONSES ->
                "{\"id\":\"r\", \"status\":\"completed\",\"output\":[{\"type\":\"message\",\"role\":\"assistant\","
                        + "\"content\":[{\"type\":\"output_text\",\"text\":\"" + text + "\"}]}],\"usage\":null}";
            case ANTHROPIC ->
                "\t{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"text\":\"" + text
                        + "\",\"type\":\"text\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3}}";
            case OLLAMA_CHAT ->
                "{\"model\":\"m\",\"done\":true,\"message\":{\"content\":\"" + text + "\",\"role\":\"assistant\"}}\n\n";
            case OLLAMA_GENERATE -> "{\"model\":\"m\",\"done\":true,\"response\":\"" + text + "\",\"context\":[1,2]}";
        };
    }

    private static String text(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        for (int count = random.nextInt(12); count > 0; count--) {
            out.append(Seed.pick(random, WORDS));
        }
        return out.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
