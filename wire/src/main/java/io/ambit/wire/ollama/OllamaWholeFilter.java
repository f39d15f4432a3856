package io.ambit.wire.ollama;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A whole answer waits until it has come, and then passes without the calls that are Ambit's and with the text of the
 * rounds before it.
 */
final class OllamaWholeFilter implements AnswerPass {
    private final OllamaRound round;
    private final String earlierText;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean unread;
    private boolean needsRound;

    OllamaWholeFilter(OllamaRound round, String earlierText) {
        this.round = round;
        this.earlierText = earlierText;
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        if (!unread && kept.size() + length > OllamaRound.MAX_READ) {
            unread = true;
            client.write(kept.toByteArray());
            kept.reset();
        }
        (unread ? client : kept).write(bytes, offset, length);
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (unread) {
            return;
        }
        byte[] body = kept.toByteArray();
        if (!(AnswerTap.parsed(body) instanceof Json.Obj root)) {
            // Lines after all, or text: its calls are seen to there, and all else passes as it is.
            OllamaStreamFilter lines = new OllamaStreamFilter(round);
            lines.pass(body, 0, body.length, client);
            lines.end(lastRound, client);
            needsRound = lines.needsRound();
            return;
        }
        round.take(root, body);
        needsRound = !lastRound && round.onlyHidden();
        if (!needsRound) {
            Splice splice = new Splice();
            new OllamaLine(root).leaveOut(splice, earlierText(root, splice));
            client.write(splice.apply(body));
        }
    }

    /** Puts the text of earlier rounds before the content; returns the member to add where there is no content. */
    private List<String> earlierText(Json.Obj root, Splice splice) {
        if (earlierText.isEmpty() || !(root.get("message") instanceof Json.Obj message)) {
            return List.of();
        }
        String quoted = JsonStrings.quote(earlierText);
        switch (message.get("content")) {
            case Json.Str content -> splice.insert(content.start() + 1, quoted.substring(1, quoted.length() - 1));
            case null -> {
                return List.of("\"content\":" + quoted);
            }
            case Json other -> splice.replace(other.start(), other.end(), quoted);
        }
        return List.of();
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
