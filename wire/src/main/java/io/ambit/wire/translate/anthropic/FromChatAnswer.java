package io.ambit.wire.translate.anthropic;

import io.ambit.core.session.Usage;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import io.ambit.wire.anthropic.AnthropicError;
import io.ambit.wire.chat.ChatUsage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a chat completion as one of Anthropic's messages, streamed or whole as the client asked, however the
 * upstream sends it. A stream that breaks off before its end stays without one.
 */
final class FromChatAnswer implements AnswerTranslation {
    private static final int MAX_ERROR_TEXT = 4000;

    private final byte[] request;
    private final String model;
    private final boolean stream;
    private final boolean thinks;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private SseSplitter events = new SseSplitter(AnswerRound.MAX_READ);
    private TranslatedMessage message;
    private int rounds;
    private int status = 200;
    private @Nullable Boolean hasEvents;
    private boolean done;
    private boolean failed;

    /**
     * Follows an answer.
     *
     * @param request which ids of calls are made from, where the upstream gives none
     * @param model as the client names it
     * @param stream whether the client asked for a stream
     * @param thinks whether the client asked for the model's thinking
     */
    FromChatAnswer(byte[] request, String model, boolean stream, boolean thinks) {
        this.request = request;
        this.model = model;
        this.stream = stream;
        this.thinks = thinks;
        this.message = new TranslatedMessage(model, "", thinks);
    }

    @Override
    public String begin(int newStatus, String contentType) {
        status = newStatus;
        held.reset();
        events = new SseSplitter(AnswerRound.MAX_READ);
        hasEvents = null;
        done = false;
        failed = false;
        rounds++;
        message = new TranslatedMessage(model, Hash.of(request).hex().substring(0, 20) + rounds, thinks);
        return stream && status < 400 ? "text/event-stream" : "application/json";
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream translated) throws IOException {
        int at = offset;
        if (hasEvents == null) {
            while (at < offset + length && AnswerTap.isSpace(bytes[at])) {
                at++;
            }
            if (at == offset + length) {
                return;
            }
            hasEvents = status < 400 && bytes[at] != '{';
        }
        int left = offset + length - at;
        if (!hasEvents) {
            held.write(bytes, at, Math.min(left, AnswerRound.MAX_READ - held.size()));
        } else if (!failed && events.feed(bytes, at, left, event -> event(event, translated)) < left) {
            fail("api_error", "", "the upstream sent an event that is too large", translated);
        }
    }

    private void event(SseEvent event, OutputStream translated) throws IOException {
        if (!event.hasData() || failed) {
            return;
        }
        byte[] data = event.data();
        Json root = AnswerTap.parsed(data);
        if (root == null) {
            done |= new String(data, StandardCharsets.ISO_8859_1).strip().equals("[DONE]");
            return;
        }
        Json error = error(root);
        if (error != null) {
            fail("api_error", code(error), said(error), translated);
            return;
        }
        take(root, data);
        if (stream) {
            message.flush(translated);
        }
    }

    private void take(Json root, byte[] source) {
        Usage usage = ChatUsage.of(root);
        if (usage.isKnown()) {
            message.usage(usage);
        }
        message.read(root, source);
    }

    @Override
    public void end(OutputStream translated) throws IOException {
        if (Boolean.TRUE.equals(hasEvents) && !failed) {
            events.finish(event -> event(event, translated));
        }
        if (failed) {
            return;
        }
        byte[] body = held.toByteArray();
        Json root = AnswerTap.parsed(body);
        if (status >= 400) {
            Json error = root == null ? null : error(root);
            String text = error == null ? Utf8.decode(body, 0, Math.min(body.length, MAX_ERROR_TEXT)) : said(error);
            translated.write(AnthropicError.body(
                    AnthropicError.ofStatus(status),
                    error == null ? "" : code(error),
                    text.isBlank() ? "status " + status : text));
            return;
        }
        if (!Boolean.TRUE.equals(hasEvents)) {
            Json error = root == null ? null : error(root);
            if (root == null || error != null || root.get("choices") == null) {
                String text = error == null ? "the upstream's answer is no chat completion" : said(error);
                fail("api_error", error == null ? "" : code(error), text, translated);
                return;
            }
            take(root, body);
            done = true;
        }
        if (!done && !message.isFinished()) {
            if (!stream) {
                fail("api_error", "", "the upstream broke off before the end of its answer", translated);
            }
            return; // what is missing shows by its absence
        }
        if (stream) {
            message.flush(translated);
            message.endStream(translated);
        } else {
            translated.write(Utf8.encode(message.whole()));
        }
    }

    private void fail(String type, String code, String text, OutputStream translated) throws IOException {
        failed = true;
        byte[] body = AnthropicError.body(type, code, text);
        translated.write(stream ? AnthropicError.event(body) : body);
    }

    private static @Nullable Json error(Json root) {
        Json error = root.get("error");
        return error == null || error instanceof Json.Null ? null : error;
    }

    private static String said(Json error) {
        String said = error.asText() == null ? error.text("message") : error.asText();
        return said == null ? "the upstream failed and does not say why" : said;
    }

    private static String code(Json error) {
        String code = error.text("code");
        return code == null ? "" : code;
    }
}
