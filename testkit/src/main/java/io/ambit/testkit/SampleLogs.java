package io.ambit.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Logs of agents, written by hand in the forms that the agents use, with what makes them hard: answers in pieces, calls
 * at once, turns taken back, sub-agents, compactions, records of types that nobody knows. All tell the same little
 * story of a test that fails.
 */
public enum SampleLogs {
    CLAUDE_CODE("claude-code.jsonl"),
    CODEX("codex.jsonl"),
    PI("pi.jsonl"),
    QWEN_CODE("qwen-code.jsonl"),
    /** A request body of Anthropic's messages. */
    ANTHROPIC("anthropic.json"),
    /** A line for each message: {@code message} and its {@code parts}, as the rows of the database have them. */
    OPENCODE("opencode.jsonl");

    private final String file;

    SampleLogs(String file) {
        this.file = file;
    }

    /** The whole log. */
    public String text() {
        try (InputStream in = SampleLogs.class.getResourceAsStream("logs/" + file)) {
            if (in == null) {
                throw new IllegalStateException("logs/" + file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
