package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A later round that is no stream, for a client that already reads one: it learns of it by an event with an error. */
final class LateAnswer implements AnswerPass {
    private static final int MAX_BYTES = 1 << 20;

    private final AnswerFormat format;
    private final AnswerRound round;
    private final int status;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    LateAnswer(AnswerFormat format, AnswerRound round, int status) {
        this.format = format;
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
        Json json = AnswerTap.parsed(body);
        Json error = json == null ? null : json.get("error");
        if (json != null && error != null && !(error instanceof Json.Null)) {
            round.take(json, body);
            client.write(format.errorEvent(body));
        } else {
            String message = "the upstream answered with status " + status + " and no stream of events";
            client.write(format.errorEvent(message));
            round.failed(message);
        }
    }
}
