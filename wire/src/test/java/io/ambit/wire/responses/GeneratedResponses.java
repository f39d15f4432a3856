package io.ambit.wire.responses;

import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Answers of an upstream to requests of Responses, with what they say: rounds of notes, text, calls and hidden calls. */
final class GeneratedResponses {
    private static final List<String> WORDS =
            List.of("alpha ", "é", "🙂", "日本", "\n", "\"", "\\", "data: [DONE]", "context_retrieve", "}", " ");
    private static final List<String> LINE_ENDS = List.of("\n", "\n", "\r\n", "\r");
    private static final List<String> NAMES = List.of("read", "bash", "context", "context_retrieve_all", "c");

    private final SplittableRandom random;
    private int sequence;

    GeneratedResponses(SplittableRandom random) {
        this.random = random;
    }

    /** An item as it stands in {@code output} in the end. */
    record Item(String id, String type, String name, String text, String json) {
        boolean isHidden() {
            return name.equals("context_retrieve");
        }
    }

    /** What a round says. */
    record Round(String id, List<Item> items, String status, int inputTokens) {
        List<Item> shown() {
            return items.stream().filter(item -> !item.isHidden()).toList();
        }

        List<Item> hidden() {
            return items.stream().filter(Item::isHidden).toList();
        }
    }

    /** Rounds as they follow each other: all but the last call hidden tools only. */
    static List<Round> rounds(SplittableRandom random) {
        List<Round> rounds = new ArrayList<>();
        int hidden = random.nextInt(4);
        for (int r = 0; r <= hidden; r++) {
            GeneratedResponses answers = new GeneratedResponses(random);
            boolean last = r == hidden;
            List<Item> calls = new ArrayList<>();
            int retrieves = last ? random.nextInt(3) * random.nextInt(2) : 1 + random.nextInt(2);
            int own = last ? (retrieves > 0 ? 1 : 0) + random.nextInt(3) : 0;
            for (int c = 0; c < retrieves; c++) {
                calls.add(answers.call("context_retrieve", "h" + r + c));
            }
            for (int c = 0; c < own; c++) {
                calls.add(answers.call(Seed.pick(random, NAMES), "o" + r + c));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                calls.add(random.nextBoolean() ? answers.reasoning("rs_" + r + i) : answers.message("msg_" + r + i));
            }
            Collections.shuffle(calls, new Random(random.nextLong()));
            String status = calls.isEmpty() ? Seed.pick(random, List.of("completed", "incomplete")) : "completed";
            rounds.add(new Round("resp_" + r, calls, status, 100 + r));
        }
        return rounds;
    }

    private Item call(String name, String id) {
        String arguments = random.nextInt(6) == 0 ? "" : "{\"x\":" + JsonStrings.quote(text(4)) + "}";
        return new Item("fc_" + id, "function_call", name, arguments, callJson(id, name, arguments, "completed"));
    }

    private static String callJson(String id, String name, String arguments, String status) {
        return "{\"id\":\"fc_" + id + "\",\"type\":\"function_call\",\"status\":\"" + status + "\",\"call_id\":\"call_"
                + id + "\",\"name\":" + JsonStrings.quote(name) + ",\"arguments\":" + JsonStrings.quote(arguments)
                + "}";
    }

    private Item reasoning(String id) {
        String json = "{\"id\":\"" + id + "\",\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":"
                + JsonStrings.quote(text(4)) + "}";
        return new Item(id, "reasoning", "", "", json);
    }

    private Item message(String id) {
        String text = text(8);
        return new Item(id, "message", "", text, messageJson(id, text, "completed"));
    }

    private static String messageJson(String id, String text, String status) {
        String content = text.isEmpty()
                ? ""
                : "{\"type\":\"output_text\",\"text\":" + JsonStrings.quote(text) + ",\"annotations\":[]}";
        return "{\"id\":\"" + id + "\",\"type\":\"message\",\"status\":\"" + status
                + "\",\"role\":\"assistant\",\"content\":[" + content + "]}";
    }

    private String text(int words) {
        StringBuilder out = new StringBuilder();
        int count = random.nextInt(words);
        for (int w = 0; w < count; w++) {
            out.append(Seed.pick(random, WORDS));
        }
        return out.toString();
    }

    /** The round as a stream of events, with all of them, or with those alone that codex asks for. */
    byte[] stream(Round round) {
        StringBuilder out = new StringBuilder();
        boolean all = random.nextInt(4) > 0;
        sequence = 0;
        event(out, "response.created", ",\"response\":" + response(round, "in_progress", ""));
        if (all) {
            event(out, "response.in_progress", ",\"response\":" + response(round, "in_progress", ""));
        }
        for (int i = 0; i < round.items().size(); i++) {
            item(out, i, round.items().get(i), all);
        }
        List<String> output = round.items().stream().map(Item::json).toList();
        event(
                out,
                "response." + round.status(),
                ",\"response\":" + response(round, round.status(), String.join(",", output)));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void item(StringBuilder out, int index, Item item, boolean all) {
        String at = ",\"output_index\":" + index;
        String of = ",\"item_id\":\"" + item.id() + "\"" + at;
        if (all) {
            event(out, "response.output_item.added", at + ",\"item\":" + begun(item));
            if (item.type().equals("message")) {
                String part = of + ",\"content_index\":0,\"part\":{\"type\":\"output_text\",\"text\":%s}";
                event(out, "response.content_part.added", part.formatted("\"\""));
                for (String piece : pieces(item.text())) {
                    event(
                            out,
                            "response.output_text.delta",
                            of + ",\"content_index\":0,\"delta\":" + JsonStrings.quote(piece));
                }
                event(out, "response.content_part.done", part.formatted(JsonStrings.quote(item.text())));
            } else if (item.type().equals("function_call")) {
                for (String piece : pieces(item.text())) {
                    event(out, "response.function_call_arguments.delta", of + ",\"delta\":" + JsonStrings.quote(piece));
                }
                event(
                        out,
                        "response.function_call_arguments.done",
                        of + ",\"arguments\":" + JsonStrings.quote(item.text()));
            }
        }
        event(out, "response.output_item.done", at + ",\"item\":" + item.json());
    }

    /** Some servers name a call only when it is whole. */
    private String begun(Item item) {
        if (item.type().equals("function_call")) {
            String name = random.nextInt(6) == 0 ? "" : item.name();
            return callJson(item.id().substring(3), name, "", "in_progress");
        }
        return item.type().equals("message") ? messageJson(item.id(), "", "in_progress") : item.json();
    }

    private static String response(Round round, String status, String output) {
        boolean ended = !status.equals("in_progress");
        return "{\"id\":\"" + round.id() + "\",\"object\":\"response\",\"status\":\"" + status
                + "\",\"error\":null,\"model\":\"m\",\"output\": [ " + output + " ],\"usage\":"
                + (ended
                        ? "{\"input_tokens\":" + round.inputTokens()
                                + ",\"input_tokens_details\":{\"cached_tokens\":3},\"output_tokens\":7}"
                        : "null")
                + "}";
    }

    private void event(StringBuilder out, String type, String rest) {
        String end = Seed.pick(random, LINE_ENDS);
        if (random.nextInt(12) == 0) {
            out.append(": keep alive").append(end).append(end);
        }
        if (random.nextInt(12) > 0) {
            out.append("event: ").append(type).append(end);
        }
        String head = "{\"type\":\"" + type + "\"";
        String tail = ",\"sequence_number\": " + sequence++ + rest + "}";
        out.append(random.nextInt(5) == 0 ? "data:" : "data: ").append(head);
        if (random.nextInt(12) == 0) {
            out.append(end).append("data: ");
        }
        out.append(tail).append(end).append(end);
    }

    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.offsetByCodePoints(from, 1);
            while (to < text.length() && random.nextInt(4) > 0) {
                to = text.offsetByCodePoints(to, 1);
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** The round as one JSON text. */
    byte[] whole(Round round) {
        List<String> output = round.items().stream().map(Item::json).toList();
        return ("\n" + response(round, round.status(), String.join(" , ", output)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
