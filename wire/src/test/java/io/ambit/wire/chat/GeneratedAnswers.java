package io.ambit.wire.chat;

import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Answers of an upstream to chat completions, with what they say: rounds of text, calls of a client's and hidden ones. */
final class GeneratedAnswers {
    private static final List<String> WORDS =
            List.of("alpha ", "é", "🙂", "日本", "\n", "\"", "\\", "data: [DONE]", "context_retrieve", "}", " ");
    private static final List<String> LINE_ENDS = List.of("\n", "\n", "\r\n", "\r");
    private static final List<String> NAMES = List.of("read", "bash", "context", "context_retrieve_all", "c");

    private final SplittableRandom random;
    private final int number;

    GeneratedAnswers(SplittableRandom random, int number) {
        this.random = random;
        this.number = number;
    }

    record Call(String id, String name, String arguments) {
        boolean isHidden() {
            return name.equals("context_retrieve");
        }
    }

    /** What a round says. */
    record Round(String id, String text, List<Call> calls, String finish, int promptTokens) {
        List<Call> hidden() {
            return calls.stream().filter(Call::isHidden).toList();
        }

        List<Call> own() {
            return calls.stream().filter(call -> !call.isHidden()).toList();
        }
    }

    /** Rounds as they follow each other: all but the last call hidden tools only. */
    static List<Round> rounds(SplittableRandom random) {
        List<Round> rounds = new ArrayList<>();
        int hidden = random.nextInt(4);
        for (int r = 0; r <= hidden; r++) {
            GeneratedAnswers answers = new GeneratedAnswers(random, r);
            List<Call> calls = new ArrayList<>();
            boolean last = r == hidden;
            int retrieves = last ? random.nextInt(3) * random.nextInt(2) : 1 + random.nextInt(2);
            int own = last ? (retrieves > 0 ? 1 : 0) + random.nextInt(3) : 0;
            for (int c = 0; c < retrieves; c++) {
                calls.add(answers.call("context_retrieve", "h" + r + c));
            }
            for (int c = 0; c < own; c++) {
                calls.add(answers.call(Seed.pick(random, NAMES), "o" + r + c));
            }
            Collections.shuffle(calls, new Random(random.nextLong()));
            rounds.add(new Round(
                    "chatcmpl-" + r,
                    answers.text(8),
                    calls,
                    calls.isEmpty() ? Seed.pick(random, List.of("stop", "length")) : "tool_calls",
                    100 + r));
        }
        return rounds;
    }

    private Call call(String name, String id) {
        String arguments = random.nextInt(6) == 0 ? "" : "{\"x\":" + JsonStrings.quote(text(4)) + "}";
        return new Call("call_" + id, name, arguments);
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
        List<String> deltas = new ArrayList<>();
        String firstContent = Seed.pick(random, List.of("\"\"", "null"));
        deltas.add("\"role\":\"assistant\",\"content\":" + firstContent);
        for (String piece : pieces(round.text())) {
            deltas.add("\"content\":" + JsonStrings.quote(piece));
        }
        calls(round, deltas);
        StringBuilder out = new StringBuilder();
        String finish = JsonStrings.quote(round.finish());
        boolean together = random.nextInt(6) == 0 && deltas.size() > 1;
        for (int d = 0; d < deltas.size(); d++) {
            boolean last = together && d == deltas.size() - 1;
            event(
                    out,
                    chunk(
                            round,
                            "{\"index\":0,\"delta\":{" + deltas.get(d) + "},\"finish_reason\":"
                                    + (last ? finish : "null") + "}",
                            ""));
        }
        if (!together) {
            event(out, chunk(round, "{\"index\":0,\"delta\":{},\"finish_reason\":" + finish + "}", ""));
        }
        event(out, chunk(round, "", ",\"usage\":" + usage(round)));
        event(out, "[DONE]");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void calls(Round round, List<String> deltas) {
        boolean withFirst = random.nextInt(5) == 0;
        if (random.nextInt(5) == 0 && !round.calls().isEmpty()) {
            // All in one delta, as some servers do.
            List<String> entries = new ArrayList<>();
            for (int c = 0; c < round.calls().size(); c++) {
                entries.add(entry(
                        c, round.calls().get(c), true, round.calls().get(c).arguments()));
            }
            String all = "\"tool_calls\":[" + String.join(random.nextBoolean() ? "," : " , ", entries) + "]";
            if (withFirst && deltas.size() == 1) {
                deltas.set(0, deltas.get(0) + "," + all);
            } else {
                deltas.add(all);
            }
            return;
        }
        for (int c = 0; c < round.calls().size(); c++) {
            Call call = round.calls().get(c);
            List<String> pieces = new ArrayList<>(pieces(call.arguments()));
            String first = random.nextBoolean() || pieces.isEmpty() ? "" : pieces.remove(0);
            String entry = "\"tool_calls\":[" + entry(c, call, true, first) + "]";
            if (withFirst && c == 0 && deltas.size() == 1) {
                deltas.set(0, deltas.get(0) + "," + entry);
            } else {
                deltas.add(entry);
            }
            for (String piece : pieces) {
                deltas.add("\"tool_calls\":[" + entry(c, call, false, piece) + "]");
            }
        }
    }

    private static String entry(int index, Call call, boolean first, String arguments) {
        String quoted = JsonStrings.quote(arguments);
        return first
                ? "{\"index\": " + index + ",\"id\":" + JsonStrings.quote(call.id())
                        + ",\"type\":\"function\",\"function\":{\"name\":" + JsonStrings.quote(call.name())
                        + ",\"arguments\":" + quoted + "}}"
                : "{\"index\":" + index + ",\"function\":{\"arguments\":" + quoted + "}}";
    }

    private static String chunk(Round round, String choice, String more) {
        return "{\"id\":" + JsonStrings.quote(round.id())
                + ",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[" + choice + "]"
                + more
                + "}";
    }

    private static String usage(Round round) {
        return "{\"prompt_tokens\":" + round.promptTokens()
                + ",\"completion_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":3}}";
    }

    private void event(StringBuilder out, String data) {
        String end = Seed.pick(random, LINE_ENDS);
        switch (random.nextInt(12)) {
            case 0 -> out.append(": keep alive").append(end).append(end);
            case 1 -> out.append("event: message").append(end);
            case 2 -> out.append("id: ").append(number).append(end);
            default -> {}
        }
        int space = data.indexOf(",\"object\"");
        out.append(random.nextInt(5) == 0 ? "data:" : "data: ");
        if (random.nextInt(12) == 0 && space > 0) {
            out.append(data, 0, space).append(end).append("data: ").append(data.substring(space));
        } else {
            out.append(data);
        }
        out.append(end).append(end);
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
        List<String> entries = new ArrayList<>();
        for (Call call : round.calls()) {
            entries.add("{\"id\":" + JsonStrings.quote(call.id()) + ",\"type\":\"function\",\"function\":{\"name\":"
                    + JsonStrings.quote(call.name()) + ",\"arguments\":" + JsonStrings.quote(call.arguments()) + "}}");
        }
        String calls = entries.isEmpty() ? "" : ", \"tool_calls\": [ " + String.join(" , ", entries) + " ]";
        String content = round.text().isEmpty()
                ? Seed.pick(random, List.of("", ",\"content\":null", ",\"content\":\"\""))
                : ",\"content\":" + JsonStrings.quote(round.text());
        return ("{\n \"id\":" + JsonStrings.quote(round.id())
                        + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"" + content + calls
                        + "},\"finish_reason\":" + JsonStrings.quote(round.finish()) + "}],\"usage\":" + usage(round)
                        + "}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
