package io.ambit.gateway;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import io.ambit.wire.WireRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of requests before and after their edits. Each text is counted once and remembered by its hash, so
 * that a session of n steps, each of which sends all before it again, costs n counts and not n squared. Tokens are those
 * of the contents and of the tool definitions; what a model's template puts around a message is not known here.
 */
final class TokenTally {
    private static final int MAX_REMEMBERED = 200_000;

    private final TokenCounter counter;
    private final Map<Hash, Integer> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Integer> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    TokenTally(TokenCounter counter) {
        this.counter = counter;
    }

    /** Tokens of the request as it came, and as it was forwarded. */
    record Tally(long in, long out) {}

    Tally tally(Prepared prepared, String retrieveTool) {
        WireRequest request = prepared.request();
        List<Message> messages = request.transcript().messages();
        long[] tokens = messages.stream().mapToLong(this::message).toArray();
        long in = Arrays.stream(tokens).sum() + tools(request);
        long out = in + (prepared.retrieveTool() ? text(retrieveTool) : 0);
        Set<Integer> dropped = new HashSet<>();
        for (Edit edit : prepared.edits()) {
            if (edit instanceof Edit.Drop(int m)) {
                dropped.add(m);
                out -= tokens[m];
            }
        }
        for (Edit edit : prepared.edits()) {
            out += switch (edit) {
                case Edit.Replace(int m, int p, String text) ->
                    dropped.contains(m)
                            ? 0
                            : text(text) - text(messages.get(m).parts().get(p).text());
                case Edit.Drop ignored -> 0;
                case Edit.Insert insert -> text(insert.text());
                case Edit.Restore restore -> text(restore.messages());
            };
        }
        return new Tally(in, out);
    }

    /** Tokens of a request as it came. */
    long count(WireRequest request) {
        return request.transcript().messages().stream().mapToLong(this::message).sum() + tools(request);
    }

    private long tools(WireRequest request) {
        Span tools = request.tools();
        return tools.isPresent() ? text(Utf8.decode(request.body(), tools.start(), tools.end())) : 0;
    }

    /** Characters of the request's messages that were not counted yet. */
    long uncounted(Prepared prepared) {
        long characters = 0;
        for (Message message : prepared.request().transcript().messages()) {
            if (known(message.hash()) == null) {
                for (Part part : message.parts()) {
                    characters += part.text().length();
                }
            }
        }
        return characters;
    }

    private long message(Message message) {
        Integer known = known(message.hash());
        if (known != null) {
            return known;
        }
        int tokens = 0;
        for (Part part : message.parts()) {
            tokens += counter.count(part.text());
        }
        if (!message.extras().equals("{}")) {
            tokens += counter.count(message.extras());
        }
        remember(message.hash(), tokens);
        return tokens;
    }

    private long text(String text) {
        Hash hash = Hash.of(text);
        Integer known = known(hash);
        if (known != null) {
            return known;
        }
        int tokens = counter.count(text);
        remember(hash, tokens);
        return tokens;
    }

    private synchronized @Nullable Integer known(Hash hash) {
        return remembered.get(hash);
    }

    private synchronized void remember(Hash hash, int tokens) {
        remembered.put(hash, tokens);
    }
}
