package io.ambit.wire.chat;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Splice;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerTap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Events pass as they come, without the calls that are Ambit's. Pieces of a call wait until its name tells whose it is.
 * The events that end the message wait where hidden calls are all that the model made: another round goes on with the
 * same message then.
 */
final class ChatStreamFilter implements AnswerPass {
    private final ChatRound round;
    private final ChatClientView view;
    private final boolean roleBefore;
    private final SseSplitter events = new SseSplitter(ChatRound.MAX_READ);
    private final Map<ChatCall, Passage> passages = new HashMap<>();
    private final Queue<Passage> waiting = new ArrayDeque<>();
    private final List<Ending> endings = new ArrayList<>();
    private int passed;
    private int heldBytes;
    private boolean finished;
    private boolean closed;
    private boolean unread;
    private boolean needsRound;

    /** How far a call has got to the client. */
    private static final class Passage {
        final ChatCall call;
        final List<Piece> held = new ArrayList<>();
        int index = -1;

        Passage(ChatCall call) {
            this.call = call;
        }

        boolean isPassed() {
            return index >= 0;
        }
    }

    /** An entry of {@code tool_calls} and the chunk that it stands in. */
    private record Piece(SseEvent event, Json root, int choice, Json.Obj delta, int entry) {
        Json json() {
            return ChatRound.entries(delta).get(entry);
        }

        /** What holding it takes, and giving it out alone writes. */
        int size() {
            Json json = json();
            return event.raw().length - (delta.end() - delta.start()) + (json.end() - json.start());
        }
    }

    /** An event that may end the message. */
    private record Ending(SseEvent event, Splice splice, List<Json> reasons) {}

    ChatStreamFilter(ChatRound round, ChatClientView view) {
        this.round = round;
        this.view = view;
        this.roleBefore = view.hasRole();
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int taken = unread ? 0 : events.feed(bytes, offset, length, event -> event(event, client));
        if (taken < length) {
            if (!unread) {
                unread = true;
                client.write(events.rest());
            }
            client.write(bytes, offset + taken, length - taken);
        }
    }

    private void event(SseEvent event, OutputStream client) throws IOException {
        byte[] data = event.data();
        if (!event.hasData()) {
            client.write(event.raw());
        } else if (ChatRound.isDone(data)) {
            round.sawDone();
            drain(true, client);
            passOrHold(new Ending(event, new Splice(), List.of()), client);
        } else if (AnswerTap.parsed(data) instanceof Json.Obj root) {
            chunk(event, root, data, client);
        } else {
            client.write(event.raw());
        }
    }

    private void chunk(SseEvent event, Json.Obj root, byte[] data, OutputStream client) throws IOException {
        Iterator<ChatCall> calls = round.read(root, data).iterator();
        Splice splice = new Splice();
        view.sameId(root, splice);
        Json choices = root.get("choices");
        List<Json> items = choices == null ? List.of() : choices.items();
        List<Json> reasons = new ArrayList<>();
        boolean left = false;
        boolean says = false;
        for (int c = 0; c < items.size(); c++) {
            Json choice = items.get(c);
            if (choice.get("finish_reason") instanceof Json.Str reason) {
                reasons.add(reason);
            }
            if (ChatRound.body(choice) instanceof Json.Obj delta) {
                BitSet gone = leftOut(event, root, c, delta, calls, splice, client);
                left |= !gone.isEmpty();
                says |= says(delta, gone);
            }
        }
        if (!reasons.isEmpty()) {
            finished = true;
            drain(true, client);
        }
        boolean usage = root.get("usage") instanceof Json.Obj;
        if (left && !says && reasons.isEmpty() && !usage) {
            return;
        }
        if ((!finished && !items.isEmpty()) || !round.error().isEmpty()) {
            client.write(event.with(splice));
        } else {
            passOrHold(new Ending(event, splice, reasons), client);
        }
    }

    /** Takes hidden entries, and a role said twice, out of a delta; returns which of its members go. */
    private BitSet leftOut(
            SseEvent event,
            Json root,
            int choice,
            Json.Obj delta,
            Iterator<ChatCall> calls,
            Splice splice,
            OutputStream client)
            throws IOException {
        List<Json> entries = ChatRound.entries(delta);
        BitSet hidden = new BitSet();
        for (int e = 0; e < entries.size(); e++) {
            Passage passage = passages.computeIfAbsent(calls.next(), Passage::new);
            // A call that passed unnamed, its name having been lost, may still turn out to be Ambit's.
            boolean shown = passage.isPassed()
                    ? !passage.call.isRetrieve()
                    : passesAt(passage, new Piece(event, root, choice, delta, e), client);
            if (shown) {
                number(entries.get(e), passage.index, splice);
            } else {
                hidden.set(e);
            }
        }
        boolean all = hidden.cardinality() == entries.size();
        BitSet gone = new BitSet();
        boolean last = true;
        for (int m = delta.members().size() - 1; m >= 0; m--) {
            String name = delta.members().get(m).name().value();
            if (name.equals("tool_calls")) {
                // Of members of one name the last counts: the others go where anything is hidden.
                gone.set(m, !hidden.isEmpty() && (all || !last));
                last = false;
            } else if (name.equals("role")) {
                gone.set(m, roleBefore);
                view.sawRole();
            }
        }
        Json list = delta.get("tool_calls");
        if (list != null && !hidden.isEmpty() && !all) {
            splice.drop(JsonSpans.of(list), JsonSpans.of(entries), hidden::get);
        }
        if (!gone.isEmpty()) {
            splice.drop(JsonSpans.of(delta), JsonSpans.ofMembers(delta), gone::get);
        }
        return gone;
    }

    private static boolean says(Json.Obj delta, BitSet gone) {
        for (int m = 0; m < delta.members().size(); m++) {
            Json value = delta.members().get(m).value();
            if (!gone.get(m) && !(value instanceof Json.Null) && !"".equals(value.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call not passed so far may pass with this piece; else the piece is kept, or is Ambit's. */
    private boolean passesAt(Passage passage, Piece piece, OutputStream client) throws IOException {
        ChatCall.Owner owner = passage.call.owner(false);
        if (waiting.isEmpty() && owner == ChatCall.Owner.CLIENT) {
            admit(passage, piece.json());
            return true;
        }
        if (owner == ChatCall.Owner.AMBIT) {
            forget(passage);
        } else {
            if (passage.held.isEmpty()) {
                waiting.add(passage);
            }
            passage.held.add(piece);
            heldBytes += piece.size();
        }
        drain(heldBytes > ChatRound.MAX_READ, client);
        return false;
    }

    private void admit(Passage passage, Json entry) {
        boolean leftOut = passages.size() - 1 > passed;
        long upstream = entry.get("index") instanceof Json.Num index ? index.asLong(-1) : -1;
        passage.index = view.indexFor(upstream, leftOut);
        passed++;
    }

    private void forget(Passage passage) {
        passage.held.forEach(piece -> heldBytes -= piece.size());
        passage.held.clear();
    }

    /**
     * Lets calls go in the order in which they began, as far as it is known whose they are.
     *
     * @param ended whether nothing more of them will come: they are what they are called now
     */
    private void drain(boolean ended, OutputStream client) throws IOException {
        while (!waiting.isEmpty()) {
            Passage next = waiting.element();
            ChatCall.Owner owner = next.call.owner(ended);
            if (owner == ChatCall.Owner.UNKNOWN) {
                return;
            }
            waiting.remove();
            if (owner == ChatCall.Owner.CLIENT && !next.held.isEmpty()) {
                admit(next, next.held.get(0).json());
                for (Piece piece : next.held) {
                    client.write(alone(piece, next.index));
                }
            }
            forget(next);
        }
    }

    /** The piece as a chunk of its own. */
    private byte[] alone(Piece piece, int index) {
        Splice splice = new Splice();
        view.sameId(piece.root(), splice);
        Json choices = piece.root().get("choices");
        if (choices != null) {
            splice.drop(JsonSpans.of(choices), JsonSpans.of(choices.items()), c -> c != piece.choice());
            Json choice = choices.items().get(piece.choice());
            if (choice.get("finish_reason") instanceof Json.Str reason) {
                splice.replace(reason.start(), reason.end(), "null");
            }
        }
        List<Json.Member> members = piece.delta().members();
        int last = members.size() - 1;
        while (!members.get(last).name().value().equals("tool_calls")) {
            last--;
        }
        int kept = last;
        splice.drop(JsonSpans.of(piece.delta()), JsonSpans.ofMembers(piece.delta()), m -> m != kept);
        splice.drop(
                JsonSpans.of(members.get(kept).value()),
                JsonSpans.of(ChatRound.entries(piece.delta())),
                e -> e != piece.entry());
        number(piece.json(), index, splice);
        return piece.event().with(splice);
    }

    private static void number(Json entry, int index, Splice splice) {
        if (entry.get("index") instanceof Json.Num number && number.asLong(-1) != index) {
            splice.replace(number.start(), number.end(), Integer.toString(index));
        }
    }

    /** Whether hidden calls are all that came, so that the message may go on in another round. */
    private boolean onlyHidden() {
        return !closed && passed == 0 && !passages.isEmpty() && (!finished || round.callsCanBeAnswered());
    }

    private void passOrHold(Ending ending, OutputStream client) throws IOException {
        if (onlyHidden() && heldBytes <= ChatRound.MAX_READ) {
            endings.add(ending);
            heldBytes += ending.event().raw().length;
        } else {
            close(ending, client);
        }
    }

    private void close(Ending ending, OutputStream client) throws IOException {
        closed |= finished;
        for (Json reason : ending.reasons()) {
            if ("tool_calls".equals(reason.asText()) && !passages.isEmpty() && !view.hasCalls()) {
                ending.splice().replace(reason.start(), reason.end(), "\"stop\"");
            }
        }
        client.write(ending.event().with(ending.splice()));
    }

    @Override
    public void end(boolean lastRound, OutputStream client) throws IOException {
        if (!unread) {
            events.finish(event -> {
                // An event cut off in the midst of a hidden call says nothing to the client.
                boolean cutOff = AnswerTap.parsed(event.data()) == null;
                if (!cutOff || !Utf8.decode(event.data()).contains(RetrieveTool.NAME)) {
                    event(event, client);
                }
            });
        }
        drain(true, client);
        needsRound = !lastRound && onlyHidden() && round.callsCanBeAnswered();
        if (!needsRound) {
            for (Ending ending : endings) {
                close(ending, client);
            }
        }
        endings.clear();
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return round.callsCanBeAnswered()
                ? round.calls().stream()
                        .filter(call -> !passages.containsKey(call)
                                || !passages.get(call).isPassed())
                        .filter(ChatCall::isRetrieve)
                        .map(ChatCall::part)
                        .toList()
                : List.of();
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
