package io.ambit.wire.responses;

import java.util.ArrayList;
import java.util.List;

/** What the client has seen of the one response that it takes all rounds for. */
final class ResponsesClientView {
    private final List<OutputItem> earlier = new ArrayList<>();
    private String firstId = "";
    private boolean begun;
    private boolean shifted;
    private boolean renumbers;
    private int nextIndex;
    private long nextNumber;

    /** Whether the client has been told that the response began. */
    boolean hasBegun() {
        return begun;
    }

    void begins(String id) {
        begun = true;
        firstId = firstId.isEmpty() ? id : firstId;
    }

    /** What the client was told that the response is called, "" for nothing. */
    String firstId() {
        return firstId;
    }

    /**
     * The index that the client is to know a new item by.
     *
     * @param upstream the upstream's own, kept where nothing was left out before; -1 where it gave none
     */
    int indexFor(long upstream, boolean leftOut) {
        shifted |= leftOut;
        int index = shifted || upstream < 0 || upstream >= Integer.MAX_VALUE ? nextIndex : (int) upstream;
        nextIndex = Math.max(nextIndex, index + 1);
        return index;
    }

    /** The upstream's numbers of events are off from now on: one was left out, or waits. */
    void renumber() {
        renumbers = true;
    }

    /** The number of an event that the client gets now. */
    long numberFor(long upstream) {
        long number = renumbers ? nextNumber : upstream;
        nextNumber = Math.max(nextNumber, number + 1);
        return number;
    }

    /** What the client was shown in the rounds that ended before this one. */
    List<OutputItem> earlier() {
        return earlier;
    }

    void roundEnded(List<OutputItem> shown) {
        earlier.addAll(shown);
        shifted |= !earlier.isEmpty();
        renumbers |= begun;
    }
}
