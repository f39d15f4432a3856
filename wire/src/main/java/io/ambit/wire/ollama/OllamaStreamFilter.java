package io.ambit.wire.ollama;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.LineSplitter;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerTap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines pass as they come, without the calls that are Ambit's. The line that ends the message waits where hidden calls
 * are all that the model made: another round goes on with the same message then.
 */
final class OllamaStreamFilter implements AnswerPass {
    private final OllamaRound round;
    private final LineSplitter lines = new LineSplitter(OllamaRound.MAX_READ);
    private final List<byte[]> held = new ArrayList<>();
    private boolean unread;
    private boolean needsRound;

    OllamaStreamFilter(OllamaRound round) {
        this.round = round;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int taken = unread ? 0 : lines.feed(bytes, offset, length, line -> line(line, client));
        if (taken < length) {
            if (!unread) {
                unread = true;
                client.write(lines.rest());
            }
            client.write(bytes, offset + taken, length - taken);
        }
    }

    private void line(byte[] line, OutputStream client) throws IOException {
        if (!(AnswerTap.parsed(line) instanceof Json.Obj root)) {
            passOrHold(line, client);
            return;
        }
        round.take(root, line);
        Splice splice = new Splice();
        OllamaLine read = new OllamaLine(root).leaveOut(splice, List.of());
        if (!read.isEmpty()) {
            passOrHold(splice.apply(line), client);
        }
    }

    private void passOrHold(byte[] line, OutputStream client) throws IOException {
        if (round.onlyHidden()) {
            held.add(line);
        } else {
            client.write(line);
        }
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (!unread) {
            lines.finish(line -> {
                // A line cut off in the midst of a hidden call says nothing to the client.
                if (AnswerTap.parsed(line) != null || !Utf8.decode(line).contains(RetrieveTool.NAME)) {
                    line(line, client);
                }
            });
        }
        needsRound = !lastRound && round.onlyHidden();
        if (!needsRound) {
            for (byte[] line : held) {
                client.write(line);
            }
        }
        held.clear();
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return round.callsCanBeAnswered() ? round.hidden() : List.of();
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
