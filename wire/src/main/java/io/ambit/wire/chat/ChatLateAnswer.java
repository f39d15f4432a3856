package io.ambit.wire.chat;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.SseEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A later round that is no stream, for a client that already reads one: it learns of it by an event with an error. */
final class ChatLateAnswer implements ChatPass {
    private static final int MAX_BYTES = 1 << 20;

    private final ChatRound round;
    private final int status;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    ChatLateAnswer(ChatRound round, int status) {
        this.round = round;
        this.status = status;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) {
        held.write(bytes, offset, Math.min(length, MAX_BYTES - held.size()));
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        byte[] body = held.toByteArray();
        Json json = ChatTap.parsed(body);
        Json error = json == null ? null : json.get("error");
        if (json != null && error != null && !(error instanceof Json.Null)) {
            round.read(json, body);
            client.write(SseEvent.ofJson(Utf8.decode(body)));
        } else {
            String message = "the upstream answered with status " + status + " and no stream of events";
            client.write(SseEvent.ofJson("{\"error\":{\"message\":" + JsonStrings.quote(message)
                    + ",\"type\":\"upstream_error\",\"param\":null,\"code\":null}}"));
            round.failed(message);
        }
    }
}
