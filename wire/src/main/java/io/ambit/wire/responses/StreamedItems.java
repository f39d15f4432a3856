package io.ambit.wire.responses;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.text.Json;
import io.ambit.wire.SseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a stream, and how far each has got to the client. */
final class StreamedItems {
    private final ResponsesClientView view;
    private final Map<Long, Track> byIndex = new HashMap<>();
    private final Map<String, Track> byId = new HashMap<>();
    private final List<Track> waiting = new ArrayList<>();
    private int heldBytes;
    private boolean leftOut;

    /** Whose an item is. */
    enum Owner {
        /** Not known yet: a call whose name has not come. */
        UNKNOWN,
        CLIENT,
        AMBIT
    }

    /** An event, its data parsed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(SseEvent event, Json root, byte[] data) {}

    /** An item on its way. */
    static final class Track {
        private final String id;
        private final List<Read> held = new ArrayList<>();
        private Owner owner = Owner.UNKNOWN;
        private boolean reasoning;
        private int index = -1;

        private Track(String id) {
            this.id = id;
        }

        Owner owner() {
            return owner;
        }

        /** Whether it is a model's notes. */
        boolean isReasoning() {
            return reasoning;
        }

        /** "" for an item that came without. */
        String id() {
            return id;
        }

        /**
         * Takes what an event tells of whose the item is, unless that is known.
         *
         * @param item as the event has it, null where it has none
         * @param name of the function where the event says it, null else
         * @param arguments whether the event is of a function's arguments
         * @param done whether nothing more of it will come
         */
        void learn(@Nullable OutputItem item, @Nullable String name, boolean arguments, boolean done) {
            if (owner != Owner.UNKNOWN) {
                return;
            }
            if (item != null) {
                boolean open = item.isUnnamed() && !done;
                reasoning = item.isReasoning();
                owner = item.isRetrieve() ? Owner.AMBIT : open ? Owner.UNKNOWN : Owner.CLIENT;
            } else if (!arguments) {
                owner = Owner.CLIENT;
            } else if (name != null && !name.isEmpty()) {
                owner = name.equals(RetrieveTool.NAME) ? Owner.AMBIT : Owner.CLIENT;
            }
        }

        /** Nothing more will come: it is the client's unless it was Ambit's in the end. */
        void settle(boolean ambits) {
            owner = ambits ? Owner.AMBIT : Owner.CLIENT;
        }
    }

    StreamedItems(ResponsesClientView view) {
        this.view = view;
    }

    private @Nullable Track known(long index, String id) {
        return index >= 0 ? byIndex.get(index) : byId.get(id);
    }

    /** Whether the client has got something of the item already. */
    boolean isClients(long index, String id) {
        Track known = known(index, id);
        return known != null
                && known.owner == Owner.CLIENT
                && (id.isEmpty() || known.id.isEmpty() || known.id.equals(id));
    }

    /**
     * The item that an event is of.
     *
     * @param index the upstream's, -1 where the event has none
     * @param id of the item, "" where the event has none
     * @param whole whether the event has the item itself, so that another one at the same index is told by its id
     */
    Track of(long index, String id, boolean whole) {
        Track known = known(index, id);
        if (known == null || (whole && !id.isEmpty() && !known.id.isEmpty() && !known.id.equals(id))) {
            known = new Track(id);
            if (index >= 0) {
                byIndex.put(index, known);
            }
            if (!id.isEmpty()) {
                byId.put(id, known);
            }
        }
        return known;
    }

    void hold(Track track, Read read) {
        if (track.held.isEmpty()) {
            waiting.add(track);
        }
        track.held.add(read);
        heldBytes += read.event().raw().length;
    }

    int heldBytes() {
        return heldBytes;
    }

    /** What waits, in the order in which it began. */
    List<Track> waiting() {
        return List.copyOf(waiting);
    }

    /** The events of a track that waited; it waits no more. */
    List<Read> release(Track track) {
        if (track.held.isEmpty()) {
            leftOut |= track.owner == Owner.AMBIT;
            return List.of();
        }
        waiting.remove(track);
        List<Read> held = List.copyOf(track.held);
        held.forEach(read -> heldBytes -= read.event().raw().length);
        track.held.clear();
        leftOut |= track.owner == Owner.AMBIT;
        return held;
    }

    /** The index by which the client knows an item of its own. */
    int indexFor(Track track, long upstream) {
        if (track.index < 0) {
            track.index = view.indexFor(upstream, leftOut || !waiting.isEmpty());
        }
        return track.index;
    }
}
