package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.wire.LineSplitter;
import io.ambit.wire.Splice;
import java.io.IOException;
import java.io.OutputStream;

/** Lines pass as they come; a call stands whole in one, and is set right there. */
final class LineRepair implements AnswerPass {
    private final HeldCalls calls;
    private final LineSplitter lines = new LineSplitter(AnswerRound.MAX_READ);
    private boolean unread;

    LineRepair(HeldCalls calls) {
        this.calls = calls;
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
        if (AnswerTap.parsed(line) instanceof Json.Obj root) {
            Splice splice = new Splice();
            calls.edit(root, line, splice);
            client.write(splice.apply(line));
        } else {
            client.write(line);
        }
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (!unread) {
            lines.finish(line -> line(line, client));
        }
    }
}
