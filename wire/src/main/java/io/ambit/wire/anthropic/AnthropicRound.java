package io.ambit.wire.anthropic;

import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.answer.AnswerRound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one upstream call answered, read from its events or from its whole body. */
final class AnthropicRound implements AnswerRound {
    static final String INPUT = "input_tokens";
    static final String CACHE_READ = "cache_read_input_tokens";
    static final String CACHE_WRITTEN = "cache_creation_input_tokens";

    /** An answer that stopped so has no calls that are whole and meant. */
    private static final Set<String> STOPPED =
            Set.of("max_tokens", "refusal", "pause_turn", "model_context_window_exceeded");

    private final List<AnthropicBlock> blocks = new ArrayList<>();
    private final Map<Long, AnthropicBlock> byIndex = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();
    private int taken;
    private boolean seen;
    private boolean stopped;
    private String finish = "";
    private String error = "";
    private String id = "";

    @Override
    public void take(Json root, byte[] source) {
        switch (type(root)) {
            case "message_start" -> started(root.get("message"), source);
            case "content_block_start" -> {
                if (root.get("content_block") instanceof Json.Obj block) {
                    begin(index(root), block, source);
                }
            }
            case "content_block_delta" -> {
                AnthropicBlock block = byIndex.get(index(root));
                Json delta = root.get("delta");
                if (block != null && delta != null) {
                    taken += block.add(delta, MAX_READ - taken);
                }
            }
            case "message_delta" -> {
                finish(root.get("delta"));
                usage(root.get("usage"), source);
            }
            case "message_stop" -> stopped = true;
            case "message" -> {
                started(root, source);
                finish(root);
            }
            default -> failure(root);
        }
    }

    /** What an event or a block is, "" where it does not say. */
    static String type(Json root) {
        String type = root.text("type");
        return type == null ? "" : type;
    }

    static long index(Json root) {
        return root.get("index") instanceof Json.Num index ? index.asLong(-1) : -1;
    }

    private void started(@Nullable Json message, byte[] source) {
        if (message == null) {
            return;
        }
        seen = true;
        String named = message.text("id");
        id = named == null ? id : named;
        usage(message.get("usage"), source);
        Json content = message.get("content");
        long index = 0;
        for (Json block : content == null ? List.<Json>of() : content.items()) {
            if (block instanceof Json.Obj object) {
                begin(index, object, source);
            }
            index++;
        }
    }

    private void begin(long index, Json.Obj object, byte[] source) {
        seen = true;
        AnthropicBlock block = new AnthropicBlock(object, source);
        if (block.size() <= MAX_READ - taken) {
            taken += block.size();
            blocks.add(block);
            byIndex.put(index, block);
        } else {
            byIndex.remove(index);
        }
    }

    private void finish(@Nullable Json delta) {
        String reason = delta == null ? null : delta.text("stop_reason");
        finish = reason == null ? finish : reason;
    }

    /** The last count of a kind is the right one: a later event says the sum. */
    private void usage(@Nullable Json usage, byte[] source) {
        if (usage instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                String name = member.name().value();
                if (member.value() instanceof Json.Num number && number.asLong(-1) >= 0) {
                    counts.put(name, number.asLong(-1));
                    spelled.put(name, Utf8.decode(source, number.start(), number.end()));
                }
            }
        }
    }

    private void failure(Json root) {
        Json failure = root.get("error");
        if (failure != null && !(failure instanceof Json.Null)) {
            String said = failure.asText() == null ? failure.text("message") : failure.asText();
            error = said == null ? "error without a message" : said;
        }
    }

    /** The block that begins with, or belongs to, an event; null where it is none of a block. */
    @Nullable AnthropicBlock blockOf(Json root) {
        return byIndex.get(index(root));
    }

    List<AnthropicBlock> blocks() {
        return blocks;
    }

    /** The spelling of a count in the usage, null where the upstream did not say it. */
    @Nullable String spelledCount(String name) {
        return spelled.get(name);
    }

    boolean callsAmbit() {
        return blocks.stream().anyMatch(AnthropicBlock::isRetrieve);
    }

    boolean callsClient() {
        return blocks.stream().anyMatch(block -> block.isCall() && !block.isRetrieve());
    }

    /** Calls that are Ambit's; none where they are not whole and meant. */
    List<Part.ToolCall> hidden() {
        return callsCanBeAnswered()
                ? blocks.stream()
                        .filter(AnthropicBlock::isRetrieve)
                        .map(AnthropicBlock::call)
                        .toList()
                : List.of();
    }

    boolean callsCanBeAnswered() {
        return complete() && error.isEmpty() && !STOPPED.contains(finish);
    }

    /** Why the model stopped, "" where it did not say. */
    String finish() {
        return finish;
    }

    String error() {
        return error;
    }

    String id() {
        return id;
    }

    /** Whether anything of an answer came. */
    boolean seen() {
        return seen;
    }

    /** Whether it ended as the format says. */
    boolean complete() {
        return stopped || !finish.isEmpty();
    }

    @Override
    public void failed(String message) {
        if (error.isEmpty()) {
            error = message;
        }
    }

    /** The input is counted in three parts, of which one was read from the cache. */
    @Override
    public Usage usage() {
        long output = counts.getOrDefault("output_tokens", -1L);
        long cached = counts.getOrDefault(CACHE_READ, -1L);
        Long fresh = counts.get(INPUT);
        if (fresh == null) {
            return new Usage(-1, cached, output);
        }
        return new Usage(fresh + Math.max(0, cached) + counts.getOrDefault(CACHE_WRITTEN, 0L), cached, output);
    }
}
