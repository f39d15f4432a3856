package io.ambit.wire.logs;

import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rollout of Codex: {@code session_meta} with the base instructions, {@code response_item} with items of OpenAI's
 * Responses, {@code token_usage_record} (older: {@code event_msg} of type {@code token_count}) with what an answer cost,
 * {@code compacted} with what a compaction left. The oldest rollouts hold the items bare.
 */
final class CodexLog extends LogReader {
    static final String AGENT = "codex";

    private static final Set<String> BARE_ITEMS =
            Set.of("message", "reasoning", "function_call", "function_call_output", "local_shell_call");

    private final Conversation conversation = new Conversation();
    private final List<Part> answer = new ArrayList<>();
    private @Nullable Instant answerAt;
    private String id = "";
    private String version = "";
    private String provider = "";
    private String model = "";
    private String instructions = "";
    private String tools = "";

    static boolean claims(Json record) {
        String type = LogFields.text(record, "type");
        if (LogFields.isObject(record, "payload")) {
            return !type.isEmpty() && record.get("timestamp") != null;
        }
        return (record.get("instructions") != null
                        && !LogFields.text(record, "id").isEmpty()
                        && record.get("timestamp") != null
                        && record.get("messages") == null)
                || (BARE_ITEMS.contains(type) && !type.equals("message"));
    }

    @Override
    public String agent() {
        return AGENT;
    }

    @Override
    public void add(Json record, byte[] source) {
        Instant at = LogFields.time(record, "timestamp");
        String type = LogFields.text(record, "type");
        Json payload = record.get("payload");
        switch (type) {
            case "session_meta" -> head(payload, source);
            case "turn_context" -> model = orElse(LogFields.text(payload, "model"), model);
            case "response_item" -> item(payload, at, source);
            case "token_usage_record" -> usage(LogFields.at(payload, "usage"));
            case "event_msg" -> event(payload);
            case "compacted" -> compacted(payload, at, source);
            default -> {
                if (BARE_ITEMS.contains(type)) {
                    item(record, at, source);
                } else if (record.get("instructions") != null && id.isEmpty()) {
                    head(record, source);
                } else {
                    skip(type);
                }
            }
        }
    }

    private void head(@Nullable Json meta, byte[] source) {
        if (!id.isEmpty()) {
            return; // a fork of a session repeats the head of the one it came from
        }
        id = LogFields.text(meta, "id");
        version = LogFields.text(meta, "cli_version");
        provider = LogFields.text(meta, "model_provider");
        instructions = orElse(LogFields.text(meta, "base_instructions", "text"), LogFields.text(meta, "instructions"));
        Json list = LogFields.at(meta, "dynamic_tools");
        if (list instanceof Json.Arr && !list.items().isEmpty()) {
            tools = LogFields.spelling(list, source);
        }
        conversation.say(Role.SYSTEM, instructions, null);
    }

    private void event(@Nullable Json event) {
        switch (LogFields.text(event, "type")) {
            case "token_count" -> usage(LogFields.at(event, "info", "last_token_usage"));
            case "thread_rolled_back" -> {
                endAnswer();
                conversation.takeBack(LogFields.number(event, "num_turns"));
            }
            default -> {} // shows again what the items say
        }
    }

    private void usage(@Nullable Json usage) {
        if (usage == null) {
            return;
        }
        endAnswer();
        long cached = LogFields.number(usage, "cached_input_tokens");
        long written = LogFields.number(usage, "cache_write_input_tokens");
        conversation.usage(new LogUsage(
                LogFields.number(usage, "input_tokens") - cached - written,
                cached,
                written,
                0,
                LogFields.number(usage, "output_tokens")));
    }

    private void item(@Nullable Json item, @Nullable Instant at, byte[] source) {
        if (item == null) {
            return;
        }
        String type = LogFields.text(item, "type");
        switch (type) {
            case "message" -> message(item, at, source);
            case "function_call" -> call(item, LogFields.text(item, "name"), item.get("arguments"), at, source);
            case "custom_tool_call" -> call(item, LogFields.text(item, "name"), item.get("input"), at, source);
            case "local_shell_call" -> call(item, "local_shell", item.get("action"), at, source);
            case "tool_search_call" -> call(item, "tool_search", item.get("arguments"), at, source);
            case "function_call_output", "custom_tool_call_output", "tool_search_output" -> output(item, at, source);
            case "reasoning" -> conversation.lacks(Lack.REASONING);
            default -> skip("response_item " + type);
        }
    }

    private void message(Json item, @Nullable Instant at, byte[] source) {
        Blocks content = Blocks.of(item.get("content"), source);
        if (content.hasImages()) {
            conversation.lacks(Lack.IMAGES);
        }
        switch (LogFields.text(item, "role")) {
            case "assistant" -> {
                answer.addAll(content.parts());
                answerAt = answerAt == null ? at : answerAt;
            }
            case "system", "developer" -> {
                endAnswer();
                conversation.say(Role.SYSTEM, content.text(), at);
            }
            default -> {
                endAnswer();
                conversation.say(Role.USER, content.text(), at);
            }
        }
    }

    private void call(Json item, String name, @Nullable Json arguments, @Nullable Instant at, byte[] source) {
        String callId = orElse(LogFields.text(item, "call_id"), LogFields.text(item, "id"));
        answer.add(Conversation.call(callId, name, LogFields.shown(arguments, source)));
        answerAt = answerAt == null ? at : answerAt;
    }

    private void output(Json item, @Nullable Instant at, byte[] source) {
        endAnswer();
        Json output = item.get("output") == null ? item.get("tools") : item.get("output");
        Json inner = output instanceof Json.Obj ? output.get("content") : output;
        Blocks blocks = Blocks.of(inner, source);
        if (blocks.hasImages()) {
            conversation.lacks(Lack.IMAGES);
        }
        boolean isText = inner instanceof Json.Str || inner instanceof Json.Arr;
        conversation.result(
                LogFields.text(item, "call_id"), isText ? blocks.text() : LogFields.shown(output, source), at);
    }

    /** An answer ends where something follows that is not the model's, or where its cost is told. */
    private void endAnswer() {
        if (!answer.isEmpty()) {
            conversation.answer(answer, answerAt, provider, model, null);
        }
        answer.clear();
        answerAt = null;
    }

    private void compacted(@Nullable Json payload, @Nullable Instant at, byte[] source) {
        endAnswer();
        conversation.restart();
        Json history = LogFields.at(payload, "replacement_history");
        conversation.say(Role.SYSTEM, instructions, null);
        if (history instanceof Json.Arr && !history.items().isEmpty()) {
            history.items().forEach(item -> item(item, at, source));
            endAnswer();
        } else {
            conversation.say(Role.USER, LogFields.text(payload, "message"), at);
        }
        conversation.carriedOver();
    }

    @Override
    public List<RecordedSession> sessions() {
        endAnswer();
        return conversation.sessions(id, AGENT, version, tools, 0, 0);
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
