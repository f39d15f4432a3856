package io.ambit.wire.responses;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.Splice;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import io.ambit.wire.responses.StreamedItems.Owner;
import io.ambit.wire.responses.StreamedItems.Read;
import io.ambit.wire.responses.StreamedItems.Track;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events pass as they come, without those of items that are Ambit's. Events of a call wait until it is known whose it
 * is. The events that end the response wait where hidden calls are all that the model made: another round goes on with
 * the same response then.
 */
final class ResponsesStreamFilter implements AnswerPass {
    private static final String ARGUMENTS = "response.function_call_arguments.";

    private final ResponsesRound round;
    private final ResponsesClientView view;
    private final boolean stored;
    private final boolean later;
    private final SseSplitter events = new SseSplitter(AnswerRound.MAX_READ);
    private final StreamedItems items;
    private final List<Waiting> beginning = new ArrayList<>();
    private final List<SseEvent> afterEnd = new ArrayList<>();
    private @Nullable Read end;
    private boolean released;
    private int heldBytes;
    private boolean unread;
    private boolean needsRound;

    /** An event of the beginning; of an item where there is a track. */
    private record Waiting(Read read, @Nullable Track track) {}

    /**
     * Filters a round.
     *
     * @param stored whether the beginning waits, since a later round may have another id
     */
    ResponsesStreamFilter(ResponsesRound round, ResponsesClientView view, boolean stored) {
        this.round = round;
        this.view = view;
        this.stored = stored;
        this.later = view.hasBegun();
        this.released = !stored || later;
        this.items = new StreamedItems(view);
    }

    @Override
    public void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException {
        int taken = unread ? 0 : events.feed(bytes, offset, length, event -> event(event, client));
        if (taken < length) {
            if (!unread) {
                unread = true;
                begin(client);
                client.write(events.rest());
            }
            client.write(bytes, offset + taken, length - taken);
        }
    }

    private void event(SseEvent event, OutputStream client) throws IOException {
        byte[] data = event.data();
        String type = null;
        if (event.hasData() && AnswerTap.parsed(data) instanceof Json.Obj root) {
            round.take(root, data);
            type = root.text("type");
            if (type != null) {
                event(new Read(event, root, data), type, client);
            }
        }
        if (type == null) {
            other(event, data, client);
        }
    }

    /** A comment, or no event of this format: it keeps its place. */
    private void other(SseEvent event, byte[] data, OutputStream client) throws IOException {
        Read read = new Read(event, new Json.Null(0, 0), data);
        List<Track> waiting = items.waiting();
        if (end != null) {
            afterEnd.add(event);
        } else if (!waiting.isEmpty()) {
            items.hold(waiting.get(waiting.size() - 1), read);
        } else if (!beginning.isEmpty()) {
            wait(read, null);
        } else {
            client.write(event.raw());
        }
    }

    private void event(Read read, String type, OutputStream client) throws IOException {
        switch (type) {
            case "response.created", "response.queued", "response.in_progress" -> begins(read, client);
            case "response.completed", "response.incomplete", "response.failed" -> ends(read, client);
            case "error" -> {
                drain(client);
                write(read, new Splice(), client);
            }
            default -> item(read, type, client);
        }
    }

    private void begins(Read read, OutputStream client) throws IOException {
        if (later) {
            view.renumber();
        } else if (released) {
            tellBeginning(read, client);
        } else {
            wait(read, null);
        }
    }

    private void wait(Read read, @Nullable Track track) {
        beginning.add(new Waiting(read, track));
        heldBytes += read.event().raw().length;
    }

    /** Tells the client that the response began, and what notes came first, if it was not told. */
    private void begin(OutputStream client) throws IOException {
        released = true;
        List<Waiting> told = List.copyOf(beginning);
        beginning.clear();
        for (Waiting waiting : told) {
            Track track = waiting.track();
            if (track == null) {
                tellBeginning(waiting.read(), client);
            } else {
                show(track, waiting.read(), client);
            }
        }
    }

    private void tellBeginning(Read read, OutputStream client) throws IOException {
        if (read.root().get("response") instanceof Json.Obj response) {
            String id = response.text("id");
            view.begins(id == null ? "" : id);
        }
        number(read, new Splice(), client);
    }

    private void item(Read read, String type, OutputStream client) throws IOException {
        Json root = read.root();
        Json item = root.get("item") instanceof Json.Obj object ? object : null;
        long index = ResponsesRound.index(root);
        String said = item == null ? root.text("item_id") : item.text("id");
        String id = said == null ? "" : said;
        if (index < 0 && id.isEmpty()) {
            write(read, new Splice(), client);
            return;
        }
        OutputItem known = item == null ? null : new OutputItem(item, read.data());
        if (known != null && known.isRetrieve() && items.isClients(index, id)) {
            view.renumber(); // it came without its name, and too much of it to wait for that
            return;
        }
        Track track = items.of(index, id, known != null);
        track.learn(known, root.text("name"), type.startsWith(ARGUMENTS), type.equals("response.output_item.done"));
        if (track.owner() == Owner.UNKNOWN && items.heldBytes() > AnswerRound.MAX_READ) {
            track.settle(false);
        }
        if (track.owner() == Owner.UNKNOWN) {
            items.hold(track, read);
            view.renumber();
        } else {
            settled(track, client);
            pass(track, read, client);
        }
    }

    /** Whether the event may wait with the beginning: the notes before a hidden call go where that goes. */
    private boolean waits(Track track) {
        return !released && track.isReasoning() && heldBytes <= AnswerRound.MAX_READ;
    }

    /** Lets out what waited for it to be known whose the item is. */
    private void settled(Track track, OutputStream client) throws IOException {
        for (Read held : items.release(track)) {
            pass(track, held, client);
        }
    }

    private void pass(Track track, Read read, OutputStream client) throws IOException {
        if (track.owner() == Owner.AMBIT) {
            view.renumber();
        } else if (waits(track)) {
            wait(read, track);
        } else {
            show(track, read, client);
        }
    }

    private void show(Track track, Read read, OutputStream client) throws IOException {
        begin(client);
        int index = items.indexFor(track, ResponsesRound.index(read.root()));
        Splice splice = new Splice();
        if (read.root().get("output_index") instanceof Json.Num number && number.asLong(-1) != index) {
            splice.replace(number.start(), number.end(), Integer.toString(index));
        }
        write(read, splice, client);
    }

    /** What waits is settled by what came of it last. */
    private void drain(OutputStream client) throws IOException {
        for (Track track : items.waiting()) {
            track.settle(round.items().stream()
                    .anyMatch(item -> item.isRetrieve()
                            && !track.id().isEmpty()
                            && item.id().equals(track.id())));
            settled(track, client);
        }
    }

    private void ends(Read read, OutputStream client) throws IOException {
        drain(client);
        if (end == null && onlyHidden() && round.callsCanBeAnswered()) {
            end = read;
        } else {
            write(read, new Splice(), client);
        }
    }

    /** Whether hidden calls are all that was called, so that the response may go on in another round. */
    private boolean onlyHidden() {
        return round.items().stream().anyMatch(OutputItem::isRetrieve)
                && round.items().stream().noneMatch(item -> item.isCall() && !item.isRetrieve());
    }

    private void write(Read read, Splice splice, OutputStream client) throws IOException {
        begin(client);
        number(read, splice, client);
    }

    private void number(Read read, Splice splice, OutputStream client) throws IOException {
        if (read.root().get("response") instanceof Json.Obj response) {
            ResponseEdit.addTo(splice, response, read.data(), view, round, stored);
        }
        if (read.root().get("sequence_number") instanceof Json.Num number) {
            long upstream = number.asLong(-1);
            long told = upstream < 0 ? upstream : view.numberFor(upstream);
            if (told != upstream) {
                splice.replace(number.start(), number.end(), Long.toString(told));
            }
        }
        client.write(read.event().with(splice));
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
        drain(client);
        needsRound = !lastRound && end != null;
        if (needsRound && !released) {
            round.keepBack();
        }
        if (!needsRound) {
            if (end != null) {
                write(end, new Splice(), client);
            }
            begin(client);
            for (SseEvent event : afterEnd) {
                client.write(event.raw());
            }
        }
    }

    @Override
    public List<Part.ToolCall> hidden() {
        return round.callsCanBeAnswered()
                ? round.items().stream()
                        .filter(OutputItem::isRetrieve)
                        .map(OutputItem::call)
                        .toList()
                : List.of();
    }

    @Override
    public boolean needsRound() {
        return needsRound;
    }
}
