package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Events pass as they come, in their order; where a call is held, they wait behind its first piece. */
final class StreamRepair implements AnswerPass {
    private final HeldCalls calls;
    private final SseSplitter events = new SseSplitter(AnswerRound.MAX_READ);
    private final Deque<HeldEvent> held = new ArrayDeque<>();
    private int heldBytes;
    private boolean unread;

    StreamRepair(HeldCalls calls) {
        this.calls = calls;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int taken = unread ? 0 : events.feed(bytes, offset, length, event -> event(event, client));
        if (taken < length) {
            if (!unread) {
                unread = true;
                settle(client);
                client.write(events.rest());
            }
            client.write(bytes, offset + taken, length - taken);
        }
    }

    private void event(SseEvent event, OutputStream client) throws IOException {
        if (!event.hasData()) {
            client.write(event.raw()); // a comment keeps the connection alive while a call is held
            return;
        }
        byte[] data = event.data();
        if (!(AnswerTap.parsed(data) instanceof Json.Obj root)) {
            settle(client);
            client.write(event.raw());
            return;
        }
        HeldEvent next = new HeldEvent(event, root, data);
        if (!calls.take(next)) {
            client.write(next.bytes());
            return;
        }
        held.add(next);
        heldBytes += next.size();
        drain(client);
        if (heldBytes > AnswerRound.MAX_READ) {
            settle(client);
        }
    }

    private void settle(OutputStream client) throws IOException {
        calls.settle();
        drain(client);
    }

    private void drain(OutputStream client) throws IOException {
        while (!held.isEmpty() && !held.element().waits()) {
            HeldEvent next = held.remove();
            heldBytes -= next.size();
            client.write(next.bytes());
        }
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (!unread) {
            events.finish(event -> {
                if (!event.hasData()) {
                    settle(client); // no blank line ends it: nothing may follow
                }
                event(event, client);
            });
            settle(client);
        }
    }
}
