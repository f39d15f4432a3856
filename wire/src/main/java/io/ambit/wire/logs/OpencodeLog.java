package io.ambit.wire.logs;

import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One session of opencode, from the JSON of its messages and their parts, which lie in rows of a database (older
 * versions: in files). A message of the assistant may hold several requests: each {@code step-finish} ends one.
 */
public final class OpencodeLog {
    static final String AGENT = "opencode";

    private final String id;
    private final String version;
    private final Conversation conversation = new Conversation();
    private final Map<String, Long> skipped = new TreeMap<>();
    private boolean isCompacting;

    /** A part of a message: its JSON and what that was parsed from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(Json json, byte[] source) {}

    /** @param version of opencode, "" where not known */
    public OpencodeLog(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /** Short name of the agent. */
    public static String agent() {
        return AGENT;
    }

    /** Takes the next message with its parts, both in the order in which they were made. */
    public void add(Json message, List<Row> parts) {
        Instant at = LogFields.time(message, "time", "created");
        if (LogFields.text(message, "role").equals("assistant")) {
            answer(message, parts, at);
        } else {
            user(parts, at);
        }
    }

    private void user(List<Row> parts, @Nullable Instant at) {
        StringBuilder said = new StringBuilder();
        for (Row part : parts) {
            switch (LogFields.text(part.json(), "type")) {
                case "text" -> append(said, LogFields.text(part.json(), "text"));
                case "file" -> {
                    append(said, "[file " + LogFields.text(part.json(), "filename") + "]");
                    conversation.lacks(Lack.IMAGES);
                }
                case "compaction" -> isCompacting = true;
                default -> skip(part);
            }
        }
        conversation.say(Role.USER, said.toString(), at);
    }

    private static void append(StringBuilder said, String text) {
        said.append(said.isEmpty() || text.isEmpty() ? "" : "\n").append(text);
    }

    private void answer(Json message, List<Row> parts, @Nullable Instant at) {
        boolean isSummary = LogFields.isTrue(message, "summary");
        Step first = new Step(message, at);
        Step step = first;
        for (Row part : parts) {
            switch (LogFields.text(part.json(), "type")) {
                case "text" -> step.said.add(Conversation.text(LogFields.text(part.json(), "text")));
                case "tool" -> step.tool(part);
                case "reasoning" -> conversation.lacks(Lack.REASONING);
                case "step-finish" -> {
                    step.usage = usage(part.json().get("tokens"));
                    step.end(conversation);
                    step = new Step(message, LogFields.time(part.json(), "time", "start"));
                }
                case "step-start" -> {}
                default -> skip(part);
            }
        }
        if (step.hasContent()) {
            step.usage = step == first ? usage(message.get("tokens")) : null;
            step.end(conversation);
        }
        if (isSummary || isCompacting) {
            restart(parts, at);
        }
    }

    /** What the model said of the session so far is all that it goes on with. */
    private void restart(List<Row> parts, @Nullable Instant at) {
        conversation.restart();
        StringBuilder summary = new StringBuilder();
        for (Row part : parts) {
            if (LogFields.text(part.json(), "type").equals("text")) {
                append(summary, LogFields.text(part.json(), "text"));
            }
        }
        conversation.say(Role.USER, summary.toString(), at);
        conversation.carriedOver();
        isCompacting = false;
    }

    /** One request's answer, with the results of its calls. */
    private static final class Step {
        private final String provider;
        private final String model;
        private final @Nullable Instant at;
        private final List<Part> said = new ArrayList<>();
        private final List<Result> results = new ArrayList<>();
        private @Nullable LogUsage usage;

        private record Result(
                String callId, String text, @Nullable Instant at) {}

        Step(Json message, @Nullable Instant at) {
            this.provider = LogFields.text(message, "providerID");
            this.model = LogFields.text(message, "modelID");
            this.at = at;
        }

        void tool(Row part) {
            Json state = part.json().get("state");
            String callId = LogFields.text(part.json(), "callID");
            Json input = LogFields.at(state, "input");
            said.add(Conversation.call(
                    callId,
                    LogFields.text(part.json(), "tool"),
                    input == null ? "{}" : LogFields.shown(input, part.source())));
            String output = LogFields.text(state, "output");
            String error = LogFields.text(state, "error");
            if (!output.isEmpty()
                    || !error.isEmpty()
                    || LogFields.text(state, "status").equals("completed")) {
                Instant end = LogFields.time(state, "time", "end");
                results.add(new Result(callId, output.isEmpty() ? error : output, end == null ? at : end));
            }
        }

        boolean hasContent() {
            return !said.isEmpty();
        }

        void end(Conversation conversation) {
            if (hasContent() || usage != null) {
                conversation.answer(said, at, provider, model, usage);
                results.forEach(result -> conversation.result(result.callId(), result.text(), result.at()));
            }
        }
    }

    private static @Nullable LogUsage usage(@Nullable Json tokens) {
        if (tokens == null) {
            return null;
        }
        LogUsage read = new LogUsage(
                LogFields.number(tokens, "input"),
                LogFields.number(tokens, "cache", "read"),
                LogFields.number(tokens, "cache", "write"),
                0,
                LogFields.number(tokens, "output") + LogFields.number(tokens, "reasoning"));
        return read.isKnown() ? read : null;
    }

    private void skip(Row part) {
        skipped.merge("part " + LogFields.text(part.json(), "type"), 1L, Long::sum);
    }

    /** Parts that say nothing about what was sent, by type. */
    public Map<String, Long> skipped() {
        return new TreeMap<>(skipped);
    }

    /** The session so far; several where its context was compacted. */
    public List<RecordedSession> sessions() {
        return conversation.sessions(id, AGENT, version, "", 0, 0);
    }
}
