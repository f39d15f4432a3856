package io.ambit.wire.translate.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.MessageList;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A chat completion as a response: chunks become events while they come, a whole one becomes one. */
final class ChatAnswerToResponses implements AnswerTranslation {
    private static final String BROKEN_OFF = "the upstream's answer broke off before its end";

    private final ToolNames names;
    private final boolean stream;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private SseSplitter events = new SseSplitter(AnswerRound.MAX_READ);
    private MadeResponse response;
    private boolean failed;
    private boolean whole;
    private boolean chosen;

    ChatAnswerToResponses(byte[] body) {
        Json root = MessageList.parse(body);
        this.names = new ToolNames(root);
        this.stream = ResponsesToChat.isStream(root);
        this.response = new MadeResponse(names);
    }

    @Override
    public String begin(int status, String contentType) {
        events = new SseSplitter(AnswerRound.MAX_READ);
        response = new MadeResponse(names);
        kept.reset();
        failed = status >= 400;
        whole = failed || !stream;
        chosen = whole;
        return whole ? "application/json" : "text/event-stream";
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream translated) throws IOException {
        int at = offset;
        while (!chosen && at < offset + length) {
            if (AnswerTap.isSpace(bytes[at])) {
                at++;
            } else {
                chosen = true;
                whole = bytes[at] == '{'; // an answer, or an error, in the place of the stream
            }
        }
        int left = offset + length - at;
        if (whole) {
            kept.write(bytes, at, Math.min(left, AnswerRound.MAX_READ - kept.size()));
        } else if (left > 0 && !response.isEnded()) {
            int taken = events.feed(bytes, at, left, event -> event(event, translated));
            if (taken < left && !response.isEnded()) {
                response.fail(
                        ChatErrors.object("an event of the upstream's is too large", "upstream_error", null),
                        translated);
            }
        }
    }

    private void event(SseEvent event, OutputStream translated) throws IOException {
        byte[] data = event.data();
        if (!event.hasData() || response.isEnded()) {
            return;
        }
        if (AnswerTap.parsed(data) instanceof Json.Obj chunk) {
            response.chunk(chunk, data, translated);
        } else if (new String(data, StandardCharsets.ISO_8859_1).strip().equals("[DONE]")) {
            response.finish(translated);
        }
    }

    @Override
    public void end(OutputStream translated) throws IOException {
        if (!whole) {
            events.finish(event -> event(event, translated));
            end(ChatErrors.object(BROKEN_OFF, "upstream_error", null), translated);
            return;
        }
        byte[] body = kept.toByteArray();
        Json root = AnswerTap.parsed(body);
        boolean answered = !failed && isAnswer(root);
        if (stream && !failed) {
            if (root != null) {
                response.chunk(answered ? root : errorOf(body), body, translated);
            }
            end(ChatErrors.object(BROKEN_OFF, "upstream_error", null), translated);
        } else if (root != null && answered) {
            response.chunk(root, body, OutputStream.nullOutputStream());
            translated.write(Utf8.encode(response.whole()));
        } else {
            translated.write(Utf8.encode(ChatErrors.body(body)));
        }
    }

    private static boolean isAnswer(@Nullable Json root) {
        Json choices = root == null ? null : root.get("choices");
        return root != null && choices != null && !choices.items().isEmpty() && !Members.isSaid(root.get("error"));
    }

    private static Json errorOf(byte[] body) {
        return Json.parse(ChatErrors.body(body));
    }

    /** What has not ended by itself ends well where the model said why it stopped, and else with {@code error}. */
    private void end(String error, OutputStream translated) throws IOException {
        if (response.isEnded()) {
            return;
        }
        if (response.isFinished()) {
            response.finish(translated);
        } else {
            response.fail(error, translated);
        }
    }
}
