package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.wire.Splice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A whole answer waits until it has come, and then passes with its calls set right. */
final class WholeRepair implements AnswerPass {
    private final HeldCalls calls;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean unread;

    WholeRepair(HeldCalls calls) {
        this.calls = calls;
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
        if (AnswerTap.parsed(body) instanceof Json.Obj root) {
            Splice splice = new Splice();
            calls.edit(root, body, splice);
            client.write(splice.apply(body));
        } else {
            client.write(body); // text, or a stream of another kind: passes as it is
        }
    }
}
