package io.ambit.wire;

import io.ambit.core.message.Message;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body whose messages stand in one JSON list, parsed whole or, where an earlier request shares its first messages,
 * without them. A format may put messages of its own before those of the list (a system prompt that stands elsewhere):
 * these have no span and are read anew each time.
 */
public final class MessageList {
    private final byte[] body;
    private final byte[] parsed;
    private final int from;
    private final int left;
    private final Json root;
    private final Json.@Nullable Arr list;
    private final Transcript known;

    /** Parses {@code body} without the {@code left} bytes before the stand-in at {@code from}. */
    private MessageList(byte[] body, byte[] parsed, int from, int left, String name, Transcript known) {
        this.body = body;
        this.parsed = parsed;
        this.from = from;
        this.left = left;
        this.root = parse(parsed);
        this.list = root.get(name) instanceof Json.Arr found ? found : null;
        this.known = known;
    }

    /** A JSON value, or an error of the request. */
    public static Json parse(byte[] json) {
        try {
            return Json.parse(json);
        } catch (JsonSyntaxException e) {
            throw new MalformedRequestException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Parses all of it.
     *
     * @param name of the list
     * @throws MalformedRequestException where the body is no JSON object
     */
    public static MessageList read(byte[] body, String name) {
        return new MessageList(body, body, 0, 0, name, Transcript.of(List.of())).checked();
    }

    /** How many messages of {@code earlier}, those before its list included, end within the first bytes. */
    public static int shared(WireRequest earlier, int common) {
        List<Message> before = earlier.transcript().messages();
        int shared = 0;
        while (shared < before.size() && before.get(shared).span().end() <= common) {
            shared++;
        }
        return shared;
    }

    /**
     * Parses what is not known.
     *
     * @param earlier a request whose first bytes are the same, up to the end of its first {@code shared} messages
     * @return null where nothing is won, or where the list is another one than before
     */
    public static @Nullable MessageList resume(byte[] body, String name, WireRequest earlier, int shared) {
        List<Message> before = earlier.transcript().messages();
        int first = leading(before);
        if (shared <= first) {
            return null;
        }
        // The shared messages are stood in for by one byte, so that only the rest is parsed.
        int from = before.get(first).span().start();
        int to = before.get(shared - 1).span().end();
        byte[] rest = new byte[from + 1 + body.length - to];
        System.arraycopy(body, 0, rest, 0, from);
        rest[from] = '0';
        System.arraycopy(body, to, rest, from + 1, body.length - to);
        try {
            MessageList source = new MessageList(
                    body, rest, from, to - from - 1, name, earlier.transcript().first(shared));
            // A second list of messages may follow, and then counts.
            boolean same = source.list != null
                    && source.list.start() == earlier.messages().start();
            return same ? source.checked() : null;
        } catch (MalformedRequestException e) {
            return null; // to be said with the right place in the body
        }
    }

    /** How many messages stand before those of the list. */
    static int leading(List<Message> messages) {
        int leading = 0;
        while (leading < messages.size() && !messages.get(leading).span().isPresent()) {
            leading++;
        }
        return leading;
    }

    private MessageList checked() {
        if (!(root instanceof Json.Obj)) {
            throw new MalformedRequestException("the body is " + JsonSpans.kind(root) + ", expected an object", null);
        }
        return this;
    }

    /** The body's object, in which known messages are missing. */
    public Json root() {
        return root;
    }

    /** The bytes that {@link #root} was parsed from. */
    public byte[] parsed() {
        return parsed;
    }

    public byte[] body() {
        return body;
    }

    /** Whether there is a list of that name. */
    public boolean isList() {
        return list != null;
    }

    /** The span of the list in the body, {@link Span#NONE} where there is none. */
    public Span span() {
        return span(list);
    }

    /** The elements that are not known; none where there is no list. */
    public List<Json> items() {
        if (list == null) {
            return List.of();
        }
        List<Json> items = list.items();
        return known.size() == 0 ? items : items.subList(1, items.size());
    }

    /** What to add to a place in an element of {@link #items} for its place in the body. */
    public int shift() {
        return left;
    }

    /** Where any value of {@link #root} stands in the body; {@link Span#NONE} for null. */
    public Span span(@Nullable Json value) {
        return value == null ? Span.NONE : new Span(inBody(value.start()), inBody(value.end()));
    }

    private int inBody(int at) {
        return at > from ? at + left : at;
    }

    /** What is known, empty where all was parsed. */
    public Transcript known() {
        return known;
    }

    /**
     * The whole conversation, or null where what stands before the list has changed, so that nothing is known.
     *
     * @param leading messages that stand before the list's, without a span
     * @param read those of {@link #items}
     */
    public @Nullable Transcript transcript(List<Message> leading, List<Message> read) {
        if (known.size() == 0) {
            return leading.isEmpty()
                    ? Transcript.of(read)
                    : Transcript.of(leading).append(read);
        }
        int before = leading(known.messages());
        if (before != leading.size()) {
            return null;
        }
        for (int i = 0; i < before; i++) {
            if (!known.messages().get(i).hash().equals(leading.get(i).hash())) {
                return null;
            }
        }
        return known.append(read);
    }
}
