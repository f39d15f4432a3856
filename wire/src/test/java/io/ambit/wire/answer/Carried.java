package io.ambit.wire.answer;

import io.ambit.core.message.Part;
import io.ambit.wire.WireAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The rounds of an answer, carried to a client in random chunks. */
public final class Carried {
    public final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    public final List<List<Part.ToolCall>> hidden = new ArrayList<>();
    public final List<Boolean> needed = new ArrayList<>();
    public final List<String> exchanges = new ArrayList<>();
    private final WireAnswer answer;
    private final @Nullable SplittableRandom random;

    /** @param random draws the chunks; null for one chunk */
    public Carried(WireAnswer answer, @Nullable SplittableRandom random) {
        this.answer = answer;
        this.random = random;
    }

    public Carried round(int status, String type, String encoding, byte[] body, boolean last) {
        try {
            answer.begin(status, type, encoding);
            int at = 0;
            while (at < body.length) {
                int length = random == null ? body.length : Math.min(body.length - at, 1 + random.nextInt(40));
                byte[] chunk = new byte[length + 3];
                System.arraycopy(body, at, chunk, 2, length);
                answer.pass(chunk, 2, length, bytes);
                at += length;
            }
            List<Part.ToolCall> calls = answer.end(last, bytes);
            hidden.add(calls);
            needed.add(answer.needsRound());
            exchanges.add(
                    calls.isEmpty()
                            ? ""
                            : answer.exchange(
                                    calls.stream().map(c -> "r " + c.id()).toList()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Carried round(String type, byte[] body) {
        return round(200, type, "", body, false);
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
