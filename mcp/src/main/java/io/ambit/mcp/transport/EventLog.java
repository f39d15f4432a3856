package io.ambit.mcp.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last events of a stream, so that a client whose connection broke gets what it missed. Bounded: of a client that
 * stays away for long, the first events are gone.
 */
final class EventLog {
    private static final int MAX_EVENTS = 256;
    private static final int MAX_CHARS = 4 << 20;

    private final Deque<Event> events = new ArrayDeque<>();
    private long last;
    private long chars;

    /** A message to the client; numbers rise by one, the first is 1. */
    record Event(long number, String data) {}

    Event add(String data) {
        Event event = new Event(++last, data);
        events.add(event);
        chars += data.length();
        // The last one stays, however large: it is the answer.
        while (events.size() > MAX_EVENTS || (chars > MAX_CHARS && events.size() > 1)) {
            chars -= events.remove().data().length();
        }
        return event;
    }

    List<Event> after(long number) {
        List<Event> missed = new ArrayList<>();
        for (Event event : events) {
            if (event.number() > number) {
                missed.add(event);
            }
        }
        return missed;
    }
}
