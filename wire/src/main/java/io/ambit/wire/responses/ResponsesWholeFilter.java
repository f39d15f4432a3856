package io.ambit.wire.responses;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A whole answer waits until it has come, and then passes without the calls that are Ambit's and with the items of the
 * rounds before it.
 */
final class ResponsesWholeFilter implements AnswerPass {
    private final ResponsesRound round;
    private final ResponsesClientView view;
    private final boolean stored;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean unread;
    private boolean needsRound;
    private List<Part.ToolCall> hidden = List.of();

    ResponsesWholeFilter(ResponsesRound round, ResponsesClientView view, boolean stored) {
        this.round = round;
        this.view = view;
        this.stored = stored;
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
            // A stream after all, or text: its events are seen to there, and all else passes as it is.
            ResponsesStreamFilter events = new ResponsesStreamFilter(round, view, stored);
            events.pass(body, 0, body.length, client);
            events.end(lastRound, client);
            hidden = events.hidden();
            needsRound = events.needsRound();
            return;
        }
        round.take(root, body);
        if (round.callsCanBeAnswered()) {
            hidden = round.items().stream()
                    .filter(OutputItem::isRetrieve)
                    .map(OutputItem::call)
                    .toList();
            boolean clients = round.items().stream().anyMatch(item -> item.isCall() && !item.isRetrieve());
            needsRound = !lastRound && !hidden.isEmpty() && !clients;
        }
        if (!needsRound) {
            Splice splice = new Splice();
            ResponseEdit.addTo(splice, root, body, view, round, true);
            client.write(splice.apply(body));
        }
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return hidden;
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
