package io.ambit.wire.anthropic;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;

/**
 * A whole answer waits until it has come, and then passes without the calls that are Ambit's and with the blocks of the
 * rounds before it.
 */
final class AnthropicWholeFilter implements AnswerPass {
    private final AnthropicRound round;
    private final AnthropicClientView view;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean unread;
    private boolean needsRound;

    AnthropicWholeFilter(AnthropicRound round, AnthropicClientView view) {
        this.round = round;
        this.view = view;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        if (!unread && held.size() + length > AnswerRound.MAX_READ) {
            unread = true;
            client.write(held.toByteArray());
            held.reset();
        }
        (unread ? client : held).write(bytes, offset, length);
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (unread) {
            return;
        }
        byte[] body = held.toByteArray();
        if (!(AnswerTap.parsed(body) instanceof Json.Obj root)) {
            client.write(body);
            return;
        }
        round.take(root, body);
        needsRound = !lastRound && !round.hidden().isEmpty() && !round.callsClient();
        if (!needsRound) {
            client.write(edited(root).apply(body));
        }
    }

    private Splice edited(Json.Obj root) {
        Splice splice = new Splice();
        if (!(root.get("content") instanceof Json.Arr content)) {
            return splice;
        }
        BitSet hidden = new BitSet();
        for (int b = 0; b < content.items().size(); b++) {
            Json block = content.items().get(b);
            hidden.set(b, "tool_use".equals(block.text("type")) && RetrieveTool.NAME.equals(block.text("name")));
        }
        List<String> earlier = view.earlierBlocks();
        if (!hidden.isEmpty() || !earlier.isEmpty()) {
            splice.elements(
                    JsonSpans.of(content),
                    JsonSpans.of(content.items()),
                    hidden::get,
                    b -> b < 0 ? earlier : List.of());
        }
        if (!hidden.isEmpty()
                && !round.callsClient()
                && root.get("stop_reason") instanceof Json.Str reason
                && reason.value().equals("tool_use")) {
            splice.replace(reason.start(), reason.end(), "\"end_turn\"");
        }
        return splice;
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return unread ? List.of() : round.hidden();
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
