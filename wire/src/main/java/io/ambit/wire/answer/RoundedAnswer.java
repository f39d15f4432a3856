package io.ambit.wire.answer;

import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Hash;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one step in any format. Nothing is filtered where no calls are hidden, where the bytes come encoded, or
 * where the upstream reports an error: those pass as they are.
 */
public final class RoundedAnswer implements WireAnswer {
    private static final int MAX_LEADING_SPACE = 1 << 16;

    private final WireRequest request;
    private final boolean hide;
    private final AnswerFormat format;
    private final String idPrefix;
    private final List<Usage> rounds = new ArrayList<>();
    private final ByteArrayOutputStream leadingSpace = new ByteArrayOutputStream();
    private AnswerRound round;
    private @Nullable AnswerPass pass;
    private boolean filtered;
    private boolean streamed;
    private List<Part.ToolCall> hidden = List.of();
    private int status;
    private String contentEncoding = "";
    private boolean needsRound;

    /**
     * Follows the answer to {@code request}.
     *
     * @param hide whether calls are to be hidden
     * @param format of its own for this answer
     * @param idPrefix how the format's ids of calls begin, for calls that came without
     */
    public RoundedAnswer(WireRequest request, boolean hide, AnswerFormat format, String idPrefix) {
        this.request = request;
        this.hide = hide;
        this.format = format;
        this.idPrefix = idPrefix;
        this.round = format.begin();
    }

    @Override
    public void begin(int newStatus, String contentType, String newContentEncoding) {
        if (!rounds.isEmpty()) {
            round = format.begin();
        }
        status = newStatus;
        contentEncoding = newContentEncoding;
        hidden = List.of();
        needsRound = false;
        filtered = false;
        leadingSpace.reset();
        pass = hide ? null : tap();
    }

    private AnswerPass tap() {
        return new AnswerTap(round, format.framing(), status, contentEncoding);
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int at = offset;
        AnswerPass way = pass;
        if (way == null) {
            while (at < offset + length && AnswerTap.isSpace(bytes[at]) && leadingSpace.size() < MAX_LEADING_SPACE) {
                leadingSpace.write(bytes[at++]);
            }
            if (at == offset + length) {
                return;
            }
            way = choose(bytes[at], client);
        }
        way.pass(bytes, at, offset + length - at, client);
    }

    /** The first byte tells JSON from a stream of events, whatever the headers say. */
    private AnswerPass choose(byte first, OutputStream client) throws IOException {
        boolean plain = contentEncoding.isEmpty() || contentEncoding.equals("identity");
        boolean filter = plain && status < 400;
        boolean whole = format.isWhole(first);
        AnswerPass chosen;
        if (streamed && (!filter || whole)) {
            chosen = new LateAnswer(format, round, status);
        } else if (!filter) {
            chosen = tap();
        } else {
            filtered = true;
            streamed |= !whole;
            chosen = whole ? format.whole() : format.stream(); // what is no event passes as it is
        }
        pass = chosen;
        chosen.pass(leadingSpace.toByteArray(), 0, leadingSpace.size(), client);
        return chosen;
    }

    @Override
    public List<Part.ToolCall> end(boolean lastRound, OutputStream client) throws IOException {
        AnswerPass way = pass == null ? choose((byte) 0, client) : pass;
        way.end(lastRound, client);
        rounds.add(round.usage());
        needsRound = way.needsRound();
        Set<String> ids = new HashSet<>();
        List<Part.ToolCall> calls = new ArrayList<>();
        for (Part.ToolCall call : way.hidden()) {
            String id = call.id();
            if (id.isEmpty() || !ids.add(id)) {
                // The same in every run, and unlike any other of the session.
                id = idPrefix
                        + Hash.of(request.transcript().tip().hex() + ' ' + rounds.size() + ' ' + calls.size())
                                .hex()
                                .substring(0, 24);
                ids.add(id);
            }
            calls.add(new Part.ToolCall(id, call.name(), call.arguments(), call.span()));
        }
        hidden = List.copyOf(calls);
        return hidden;
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }

    @Override
    public String exchange(List<String> results) {
        if (results.size() != hidden.size()) {
            throw new IllegalArgumentException(
                    results.size() + " results for " + hidden.size() + " hidden calls, expected one for each");
        }
        return format.exchange(hidden, results);
    }

    @Override
    public Reply reply() {
        return format.reply(filtered);
    }

    @Override
    public String replyId() {
        return format.replyId();
    }

    @Override
    public List<Usage> rounds() {
        return List.copyOf(rounds);
    }
}
