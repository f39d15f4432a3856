package io.ambit.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tool calls and what they answer. */
final class Outputs {
    static final ToolSpecification TOOL = ToolSpecification.builder()
            .name("read_log")
            .description("Reads a log")
            .build();

    private static final Pattern ID = Pattern.compile("context_retrieve id=([0-9a-z]+)");
    private static final String[] WORDS = {"worker", "queue", "accepted", "batch", "shard", "flushed", "lease", "index"
    };

    private Outputs() {}

    /** A log that is long enough to be cut, another one for each seed. */
    static String log(int seed) {
        Random random = new Random(seed);
        StringBuilder out = new StringBuilder();
        for (int line = 0; line < 150; line++) {
            out.append("line ").append(line).append(' ');
            for (int word = 0; word < 8; word++) {
                out.append(WORDS[random.nextInt(WORDS.length)])
                        .append(random.nextInt(10_000))
                        .append(' ');
            }
            out.append('\n');
        }
        return out.toString();
    }

    static ToolExecutionRequest call(String id) {
        return call(id, "read_log", "{\"day\":\"" + id + "\"}");
    }

    static ToolExecutionRequest call(String id, String name, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(name)
                .arguments(arguments)
                .build();
    }

    static AiMessage asks(String id) {
        return AiMessage.from(call(id));
    }

    static ChatMessage answers(String id, String text) {
        return ToolExecutionResultMessage.from(call(id), text);
    }

    /** The id that a cut output names. */
    static String idIn(ChatMessage message) {
        Matcher matcher = ID.matcher(((ToolExecutionResultMessage) message).text());
        if (!matcher.find()) {
            throw new AssertionError("no marker in " + message);
        }
        return matcher.group(1);
    }

    static String text(ChatMessage message) {
        return ((ToolExecutionResultMessage) message).text();
    }
}
