package io.ambit.wire.anthropic;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.Splice;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events pass as they come, without the blocks that are Ambit's calls; the name comes with a block's first event, so
 * nothing waits for it. The events that end the message wait where hidden calls are all that the model made: another
 * round goes on with the same message then. A later round has no beginning, its blocks count on, and its usage comes
 * with its end, since the client was told another one at the beginning.
 */
final class AnthropicStreamFilter implements AnswerPass {
    private static final List<String> INPUT_COUNTS =
            List.of(AnthropicRound.INPUT, AnthropicRound.CACHE_WRITTEN, AnthropicRound.CACHE_READ);

    private final AnthropicRound round;
    private final AnthropicClientView view;
    private final boolean goesOn;
    private final SseSplitter events = new SseSplitter(AnswerRound.MAX_READ);
    private final Set<Long> hiddenIndexes = new HashSet<>();
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private boolean inHidden;
    private boolean unread;
    private boolean needsRound;

    /** An event that ends the message. */
    private record Ending(SseEvent event, Json root) {}

    AnthropicStreamFilter(AnthropicRound round, AnthropicClientView view) {
        this.round = round;
        this.view = view;
        this.goesOn = view.isBegun();
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int taken = unread ? 0 : events.feed(bytes, offset, length, event -> event(event, client));
        if (taken < length) {
            if (!unread) {
                unread = true;
                client.write(events.rest());
            }
            client.write(bytes, offset + taken, length - taken);
        }
    }

    private void event(SseEvent event, OutputStream client) throws IOException {
        byte[] data = event.data();
        if (!event.hasData() || !(AnswerTap.parsed(data) instanceof Json.Obj root)) {
            client.write(event.raw());
            return;
        }
        round.take(root, data);
        String type = AnthropicRound.type(root);
        switch (type) {
            case "message_start" -> {
                if (!goesOn) {
                    view.began();
                    client.write(event.raw());
                }
            }
            case "content_block_start" -> begin(event, root, client);
            case "content_block_delta", "content_block_stop" -> {
                boolean hidden = hiddenIndexes.contains(AnthropicRound.index(root));
                inHidden &= !(hidden && type.equals("content_block_stop"));
                if (!hidden) {
                    client.write(event.with(renumbered(root)));
                }
            }
            case "message_delta", "message_stop" -> {
                if (onlyHidden()) {
                    endings.add(new Ending(event, root));
                } else {
                    close(new Ending(event, root), client);
                }
            }
            default -> client.write(event.raw());
        }
    }

    private void begin(SseEvent event, Json.Obj root, OutputStream client) throws IOException {
        long index = AnthropicRound.index(root);
        AnthropicBlock block = round.blockOf(root);
        if (block != null && block.isRetrieve()) {
            hiddenIndexes.add(index);
            indexes.remove(index);
            inHidden = true;
        } else {
            inHidden = false;
            boolean leftOut = !hiddenIndexes.isEmpty();
            hiddenIndexes.remove(index);
            indexes.put(index, view.indexFor(index, leftOut));
            client.write(event.with(renumbered(root)));
        }
    }

    private Splice renumbered(Json root) {
        Splice splice = new Splice();
        Integer index = indexes.get(AnthropicRound.index(root));
        if (index != null && root.get("index") instanceof Json.Num number && number.asLong(-1) != index) {
            splice.replace(number.start(), number.end(), Integer.toString(index));
        }
        return splice;
    }

    /** Whether hidden calls are all that the model made, so that its message may go on in another round. */
    private boolean onlyHidden() {
        return round.callsAmbit() && !round.callsClient() && round.callsCanBeAnswered();
    }

    private void close(Ending ending, OutputStream client) throws IOException {
        Splice splice = new Splice();
        Json delta = ending.root().get("delta");
        if (delta != null
                && delta.get("stop_reason") instanceof Json.Str reason
                && reason.value().equals("tool_use")
                && round.callsAmbit()
                && !round.callsClient()) {
            splice.replace(reason.start(), reason.end(), "\"end_turn\"");
        }
        if (goesOn && ending.root().get("usage") instanceof Json.Obj usage) {
            List<String> missing = new ArrayList<>();
            for (String name : INPUT_COUNTS) {
                String count = round.spelledCount(name);
                Json said = usage.get(name);
                if (count != null && said == null) {
                    missing.add("\"" + name + "\":" + count);
                } else if (count != null && said instanceof Json.Null) {
                    splice.replace(said.start(), said.end(), count);
                }
            }
            if (!missing.isEmpty()) {
                String comma = usage.members().isEmpty() ? "" : ",";
                splice.insert(usage.start() + 1, String.join(",", missing) + comma);
            }
        }
        client.write(ending.event().with(splice));
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (!unread) {
            events.finish(event -> {
                // An event cut off in the midst of a hidden call says nothing to the client.
                boolean cutOff = event.hasData() && AnswerTap.parsed(event.data()) == null;
                if (!cutOff || !(inHidden || Utf8.decode(event.data()).contains(RetrieveTool.NAME))) {
                    event(event, client);
                }
            });
        }
        needsRound = !lastRound && onlyHidden();
        if (!needsRound) {
            for (Ending ending : endings) {
                close(ending, client);
            }
        }
        endings.clear();
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return round.hidden();
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
