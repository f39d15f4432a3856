package io.ambit.wire;

import io.ambit.core.message.Message;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec that remembers the requests it read last. An agent re-sends its whole history with each request, mostly byte
 * for byte, so only what follows the messages shared with one of them is read; the result is the same as without.
 * Thread-safe; one is enough for all sessions.
 */
public final class CachedCodec implements WireCodec {
    /** What a read request takes on the heap beside its body, roughly, per byte of the body. */
    private static final int HEAP_PER_BYTE = 3;

    private static final int MAX_REQUESTS = 64;

    private final ResumableCodec codec;
    private final long maxBytes;
    private final Deque<WireRequest> recent = new ArrayDeque<>();

    /**
     * Remembers requests in front of {@code codec}.
     *
     * @param maxBytes of heap that remembered requests may take
     */
    public CachedCodec(ResumableCodec codec, long maxBytes) {
        this.codec = codec;
        this.maxBytes = maxBytes;
    }

    @Override
    public WireRequest parse(byte[] body) {
        WireRequest best = null;
        int common = 0;
        for (WireRequest earlier : snapshot()) {
            int differs = Arrays.mismatch(earlier.body(), body);
            int same = differs < 0 ? body.length : differs;
            if (same > common) {
                best = earlier;
                common = same;
            }
        }
        WireRequest request = best == null ? codec.parse(body) : codec.resume(body, best, common);
        remember(request, best != null && holdsAll(best, common) ? best : null);
        return request;
    }

    private static boolean holdsAll(WireRequest earlier, int common) {
        List<Message> messages = earlier.transcript().messages();
        return messages.isEmpty() || messages.get(messages.size() - 1).span().end() <= common;
    }

    private synchronized List<WireRequest> snapshot() {
        return List.copyOf(recent);
    }

    /** Remembers {@code request}, in the place of one whose messages it has all. */
    private synchronized void remember(WireRequest request, @Nullable WireRequest replaced) {
        if (replaced != null) {
            recent.remove(replaced);
        }
        recent.addFirst(request);
        long bytes = 0;
        int count = 0;
        for (Iterator<WireRequest> held = recent.iterator(); held.hasNext(); ) {
            bytes += (1L + HEAP_PER_BYTE) * held.next().body().length;
            if (bytes > maxBytes || ++count > MAX_REQUESTS) {
                held.remove();
            }
        }
    }

    @Override
    public WireFormat format() {
        return codec.format();
    }

    @Override
    public byte[] splice(WireRequest request, Rewrite rewrite) {
        return codec.splice(request, rewrite);
    }

    @Override
    public String retrieveTool() {
        return codec.retrieveTool();
    }

    @Override
    public WireAnswer answer(WireRequest request, boolean hideRetrieve, CallRepair repair) {
        return codec.answer(request, hideRetrieve, repair);
    }

    @Override
    public byte[] error(String type, String code, String message) {
        return codec.error(type, code, message);
    }

    @Override
    public byte[] streamError(String type, String code, String message) {
        return codec.streamError(type, code, message);
    }
}
