package io.ambit.wire.chat;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.Utf8;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Bytes pass as they come, and a copy is read: events, or one JSON text. What cannot be read is not read. */
final class ChatTap implements ChatPass {
    private static final int MAX_ERROR_TEXT = 2000;

    private final ChatRound round;
    private final int status;
    private final boolean gzip;
    private final SseSplitter events = new SseSplitter(ChatRound.MAX_READ);
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Form form = Form.UNKNOWN;

    private enum Form {
        UNKNOWN,
        EVENTS,
        WHOLE,
        UNREAD
    }

    ChatTap(ChatRound round, int status, String contentEncoding) {
        this.round = round;
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
        if (form != Form.UNREAD && kept.size() + length <= ChatRound.MAX_READ) {
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
            // An error may come as JSON where a stream was promised, and as text where JSON was.
            form = bytes[at] == '{' || status >= 400 ? Form.WHOLE : Form.EVENTS;
        }
        int left = offset + length - at;
        if (form == Form.EVENTS) {
            if (events.feed(bytes, at, left, this::event) < left) {
                form = Form.UNREAD;
                events.rest();
            }
        } else if (form == Form.WHOLE) {
            keep(bytes, at, left);
        }
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private void event(SseEvent event) {
        if (event.hasData()) {
            byte[] data = event.data();
            if (ChatRound.isDone(data)) {
                round.sawDone();
            } else {
                Json json = parsed(data);
                if (json != null) {
                    round.read(json, data);
                }
            }
        }
    }

    /** The JSON value, or null where it is none. */
    static @Nullable Json parsed(byte[] bytes) {
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
        } else if (form == Form.WHOLE) {
            byte[] body = kept.toByteArray();
            Json json = parsed(body);
            if (json != null) {
                round.read(json, body);
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
        int left = 4 * ChatRound.MAX_READ; // what unpacks to more is no answer
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
