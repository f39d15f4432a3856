package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.wire.LineSplitter;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes pass as they come, and a copy is read: events, lines of JSON, or one JSON text; gzip is unpacked for that. What
 * cannot be read is not read.
 */
public final class AnswerTap implements AnswerPass {
    private static final int MAX_ERROR_TEXT = 2000;

    private final AnswerRound round;
    private final Framing framing;
    private final int status;
    private final boolean gzip;
    private final SseSplitter events = new SseSplitter(AnswerRound.MAX_READ);
    private final LineSplitter lines = new LineSplitter(AnswerRound.MAX_READ);
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Form form = Form.UNKNOWN;

    private enum Form {
        UNKNOWN,
        EVENTS,
        LINES,
        WHOLE,
        UNREAD
    }

    /**
     * Reads beside.
     *
     * @param framing of the format's streams
     * @param contentEncoding as the upstream said it, "" for none
     */
    public AnswerTap(AnswerRound round, Framing framing, int status, String contentEncoding) {
        this.round = round;
        this.framing = framing;
        this.status = status;
        this.gzip = contentEncoding.equals("gzip") || contentEncoding.equals("x-gzip");
        if (!gzip && !contentEncoding.isEmpty() && !contentEncoding.equals("identity")) {
            form = Form.UNREAD;
        }
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        client.write(bytes, offset, length);
        if (gzip) {
            keep(bytes, offset, length);
        } else {
            read(bytes, offset, length);
        }
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (form != Form.UNREAD && kept.size() + length <= AnswerRound.MAX_READ) {
            kept.write(bytes, offset, length);
        } else {
            form = Form.UNREAD;
            kept.reset();
        }
    }

    private void read(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        if (form == Form.UNKNOWN) {
            while (at < offset + length && isSpace(bytes[at])) {
                at++;
            }
            if (at == offset + length) {
                return;
            }
            form = form(bytes[at]);
        }
        int left = offset + length - at;
        switch (form) {
            case EVENTS -> {
                if (events.feed(bytes, at, left, this::event) < left) {
                    form = Form.UNREAD;
                    events.rest();
                }
            }
            case LINES -> {
                if (lines.feed(bytes, at, left, this::line) < left) {
                    form = Form.UNREAD;
                    lines.rest();
                }
            }
            case WHOLE -> keep(bytes, at, left);
            case UNKNOWN, UNREAD -> {}
        }
    }

    /** An error may come as JSON where a stream was promised, and as text where JSON was. */
    private Form form(byte first) {
        if (status >= 400) {
            return Form.WHOLE;
        }
        if (framing == Framing.LINES) {
            return Form.LINES;
        }
        return first == '{' ? Form.WHOLE : Form.EVENTS;
    }

    /** Whether {@code b} is white space between JSON texts. */
    public static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private void event(SseEvent event) {
        if (event.hasData()) {
            byte[] data = event.data();
            Json json = parsed(data);
            if (json == null) {
                round.takeWord(data);
            } else {
                round.take(json, data);
            }
        }
    }

    private void line(byte[] line) {
        Json json = parsed(line);
        if (json != null) {
            round.take(json, line);
        }
    }

    /** The JSON value, or null where it is none. */
    public static @Nullable Json parsed(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (gzip && form != Form.UNREAD) {
            unpack();
        }
        if (form == Form.EVENTS) {
            events.finish(this::event);
        } else if (form == Form.LINES) {
            lines.finish(this::line);
        } else if (form == Form.WHOLE) {
            byte[] body = kept.toByteArray();
            Json json = parsed(body);
            if (json != null) {
                round.take(json, body);
            }
            if (status >= 400) {
                round.failed(Utf8.decode(body, 0, Math.min(body.length, MAX_ERROR_TEXT)));
            }
        }
        if (status >= 400) {
            round.failed("status " + status);
        }
    }

    private void unpack() throws IOException {
        byte[] packed = kept.toByteArray();
        kept.reset();
        byte[] chunk = new byte[1 << 13];
        int left = 4 * AnswerRound.MAX_READ; // what unpacks to more is no answer
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int count = in.read(chunk);
            while (count > 0 && left > 0) {
                read(chunk, 0, count);
                left -= count;
                count = in.read(chunk);
            }
        } catch (IOException e) {
            // Cut off or no gzip: what was unpacked up to here has been read.
        }
    }
}
