package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.Splice;
import io.ambit.wire.SseEvent;

/** An event on its way to the client: it waits for as long as a call that it tells of is held, and may change. */
public final class HeldEvent {
    private final SseEvent event;
    private final Json.Obj root;
    private final byte[] data;
    private final Splice splice = new Splice();
    private int holds;

    HeldEvent(SseEvent event, Json.Obj root, byte[] data) {
        this.event = event;
        this.root = root;
        this.data = data;
    }

    /** What it says. */
    public Json.Obj root() {
        return root;
    }

    /** What {@link #root} was parsed from. */
    public byte[] data() {
        return data;
    }

    /** Changes to make before it passes. */
    public Splice splice() {
        return splice;
    }

    /** Puts a text in the place of another, where it differs. */
    public void say(Json.Str said, String text) {
        if (!said.value().equals(text)) {
            splice.replace(said.start(), said.end(), JsonStrings.quote(text));
        }
    }

    /** Once more for each call that it has a piece of. */
    public void hold() {
        holds++;
    }

    /** The opposite of {@link #hold}. */
    public void release() {
        holds--;
    }

    boolean waits() {
        return holds > 0;
    }

    int size() {
        return event.raw().length;
    }

    byte[] bytes() {
        return event.with(splice);
    }
}
