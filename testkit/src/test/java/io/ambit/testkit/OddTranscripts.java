package io.ambit.testkit;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What policies meet besides: outputs far over any bound, equal outputs of other calls, private text, several blocks in
 * one result, results that come an iteration late, results in user messages.
 */
final class OddTranscripts {
    private OddTranscripts() {}

    static Transcript random(Seed seed) {
        SplittableRandom random = seed.random();
        boolean resultsFromUser = random.nextInt(4) == 0;
        // Most are short, because each is planned step by step; all windows and intervals fit in anyway.
        int iterations = 1 + random.nextInt(random.nextInt(12) == 0 ? 36 : 11);
        List<String> said = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        Message late = null;
        for (Message message : Transcripts.random(random, iterations).messages()) {
            Message odd = message.role() == Role.TOOL ? odd(message, random, said, resultsFromUser) : message;
            if (late == null && message.role() == Role.TOOL && random.nextInt(15) == 0) {
                late = odd;
                continue;
            }
            messages.add(odd);
            if (late != null && odd.role() == Role.ASSISTANT) {
                messages.add(late);
                late = null;
            }
        }
        if (late != null) {
            messages.add(late);
        }
        return Transcript.of(messages);
    }

    private static Message odd(Message message, SplittableRandom random, List<String> said, boolean resultsFromUser) {
        List<Part> parts = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolResult result) {
                for (int blocks = random.nextInt(6) == 0 ? 2 : 1; blocks > 0; blocks--) {
                    String text = output(result.text(), random, said);
                    said.add(text);
                    parts.add(new Part.ToolResult(result.callId(), text, Span.NONE));
                }
            }
        }
        if (resultsFromUser && random.nextInt(5) == 0) {
            parts.add(new Part.Text("and this is my remark", Span.NONE));
        }
        return Message.of(resultsFromUser ? Role.USER : Role.TOOL, parts);
    }

    private static String output(String text, SplittableRandom random, List<String> said) {
        return switch (random.nextInt(8)) {
            case 0 -> said.isEmpty() ? text : Seed.pick(random, said);
            case 1 -> text + " row 🙂 " + random.nextInt(100) + " of a long output".repeat(random.nextInt(300));
            case 2 -> text + "<private>" + "key ".repeat(random.nextInt(200)) + "</private>";
            case 3 ->
                "[\n  {\"n\": " + random.nextInt(9) + ", \"rows\": [ 1, 2,\n 3 ] }\n]".repeat(1 + random.nextInt(2));
            default -> text;
        };
    }
}
