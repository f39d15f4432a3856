package io.ambit.wire.answer;

import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.wire.CallRepair;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose calls are set right before anything else sees them: what hides calls, what reads for the record, and
 * the client all have the same. Nothing is touched of bytes that come encoded, or of an error.
 */
public final class RepairedAnswer implements WireAnswer {
    private final WireAnswer answer;
    private final AnswerFormat format;
    private final Supplier<? extends HeldCalls> calls;
    private @Nullable AnswerPass pass;
    private boolean direct;

    private RepairedAnswer(WireAnswer answer, AnswerFormat format, Supplier<? extends HeldCalls> calls) {
        this.answer = answer;
        this.format = format;
        this.calls = calls;
    }

    /**
     * {@code answer}, with its calls set right; {@code answer} itself where there is nothing to set right.
     *
     * @param calls of a round of the answer
     */
    public static WireAnswer of(
            WireAnswer answer, AnswerFormat format, CallRepair repair, Supplier<? extends HeldCalls> calls) {
        return repair.isActive() ? new RepairedAnswer(answer, format, calls) : answer;
    }

    @Override
    public void begin(int status, String contentType, String contentEncoding) {
        pass = null;
        direct = status >= 400 || !(contentEncoding.isEmpty() || contentEncoding.equals("identity"));
        answer.begin(status, contentType, contentEncoding);
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        AnswerPass way = direct ? null : pass;
        int at = offset;
        if (!direct && way == null) {
            while (at < offset + length && AnswerTap.isSpace(bytes[at])) {
                at++;
            }
            if (at < offset + length) {
                answer.pass(bytes, offset, at - offset, client);
                way = choose(bytes[at]);
                pass = way;
            } else {
                at = offset;
            }
        }
        if (way == null) {
            answer.pass(bytes, offset, length, client);
        } else {
            way.pass(bytes, at, offset + length - at, new Onward(client));
        }
    }

    private AnswerPass choose(byte first) {
        HeldCalls held = calls.get();
        if (format.isWhole(first)) {
            return new WholeRepair(held);
        }
        return format.framing() == Framing.LINES ? new LineRepair(held) : new StreamRepair(held);
    }

    @Override
    public List<Part.ToolCall> end(boolean lastRound, OutputStream client) throws IOException {
        AnswerPass way = pass;
        if (way != null) {
            way.end(lastRound, new Onward(client));
        }
        return answer.end(lastRound, client);
    }

    @Override
    public boolean needsRound() {
        return answer.needsRound();
    }

    @Override
    public String exchange(List<String> results) {
        return answer.exchange(results);
    }

    @Override
    public Reply reply() {
        return answer.reply();
    }

    @Override
    public String replyId() {
        return answer.replyId();
    }

    @Override
    public List<Usage> rounds() {
        return answer.rounds();
    }

    /** Takes what is set right to where the answer would have gone as it came. */
    private final class Onward extends OutputStream {
        private final OutputStream client;

        Onward(OutputStream client) {
            this.client = client;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            answer.pass(bytes, offset, length, client);
        }
    }
}
