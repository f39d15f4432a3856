package io.ambit.testkit;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Conversations as agents have them: several calls a message, results of every kind and size, repeats, odd text. */
public final class Transcripts {
    private static final List<String> TOOLS = List.of("read", "bash", "search", "list_files");
    private static final List<String> ARGUMENTS = List.of(
            "{\"path\":\"src/Main.java\"}",
            "{ \"path\" : \"src/Main.java\" }",
            "{\"command\":\"git status\",\"options\":{\"short\":true}}",
            "{\"command\":\"git status\",\"options\":{\"short\":false}}",
            "{}",
            "not json");
    private static final List<String> WORDS = List.of(
            "alpha", "src/Main.java:42", "ERROR", "résumé", "🙂", "0x7fff", "\u001b[31mred\u001b[0m", "  ", "id-7f3a9");

    private Transcripts() {}

    /** A conversation of 1 to 40 iterations. */
    public static Transcript random(Seed seed) {
        SplittableRandom random = seed.random();
        return random(random, 1 + random.nextInt(40));
    }

    /** A conversation of so many iterations. */
    public static Transcript random(SplittableRandom random, int iterations) {
        List<Message> messages = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            messages.add(Message.of(Role.SYSTEM, List.of(text("You are an agent. " + prose(random, 5)))));
        }
        messages.add(Message.of(Role.USER, List.of(text(prose(random, 20)))));
        int calls = 0;
        for (int i = 0; i < iterations; i++) {
            List<Part> parts = new ArrayList<>();
            if (random.nextBoolean()) {
                parts.add(text(prose(random, 10)));
            }
            int wanted = random.nextInt(4);
            List<Part.ToolCall> made = new ArrayList<>();
            for (int c = 0; c < wanted; c++) {
                // Some clients repeat ids; pairing must not depend on their being unique.
                String id = random.nextInt(20) == 0 ? "call_same" : "call_" + calls++;
                made.add(new Part.ToolCall(id, Seed.pick(random, TOOLS), Seed.pick(random, ARGUMENTS), Span.NONE));
            }
            parts.addAll(made);
            messages.add(Message.of(Role.ASSISTANT, parts));
            for (Part.ToolCall call : made) {
                messages.add(Message.of(
                        Role.TOOL, List.of(new Part.ToolResult(call.id(), output(random, call), Span.NONE))));
            }
            if (wanted == 0 || random.nextInt(8) == 0) {
                messages.add(Message.of(Role.USER, List.of(text(prose(random, 12)))));
            }
        }
        return Transcript.of(messages);
    }

    /** The transcript as it stood before each of its assistant messages: what an agent would have sent, in order. */
    public static List<Transcript> byStep(Transcript whole) {
        List<Transcript> steps = new ArrayList<>();
        for (int m = 1; m < whole.size(); m++) {
            if (whole.messages().get(m).role() == Role.ASSISTANT) {
                steps.add(whole.first(m));
            }
        }
        steps.add(whole);
        return steps;
    }

    private static Part text(String text) {
        return new Part.Text(text, Span.NONE);
    }

    private static String output(SplittableRandom random, Part.ToolCall call) {
        return switch (random.nextInt(7)) {
            case 0 -> "same output for " + call.canonical() + "\n" + "line of it\n".repeat(40);
            case 1 -> "{\n  \"id\": 12345678901234567890,\n  \"items\": [ 1.0, 2e3, \"a b\" ],\n  \"id\": null\n}\n";
            case 2 -> "\u001b[32mok\u001b[0m 10%\r 20%\r100%\n" + "downloading...\n".repeat(random.nextInt(60));
            case 3 ->
                "Traceback (most recent call last):\n  File \"a.py\", line 3\nValueError: id-" + random.nextInt(9999);
            case 4 -> "";
            default -> prose(random, random.nextInt(900));
        };
    }

    private static String prose(SplittableRandom random, int words) {
        StringBuilder out = new StringBuilder();
        for (int w = 0; w < words; w++) {
            out.append(Seed.pick(random, WORDS)).append(random.nextInt(9) == 0 ? '\n' : ' ');
        }
        return out.toString();
    }
}
