package io.ambit.wire.chat;

import io.ambit.core.text.Json;
import io.ambit.wire.Splice;

/** What the client has seen of the one message that it takes all rounds for. */
final class ChatClientView {
    private final StringBuilder earlierText = new StringBuilder();
    private String id = "";
    private boolean role;
    private boolean calls;
    private boolean shifted;
    private int nextIndex;

    /** Adds what changes a chunk's id to that of the first chunk. */
    void sameId(Json root, Splice splice) {
        if (root.get("id") instanceof Json.Str chunkId && !chunkId.value().isEmpty()) {
            if (id.isEmpty()) {
                id = chunkId.toString();
            } else if (!chunkId.toString().equals(id)) {
                splice.replace(chunkId.start(), chunkId.end(), id);
            }
        }
    }

    boolean hasRole() {
        return role;
    }

    void sawRole() {
        role = true;
    }

    boolean hasCalls() {
        return calls;
    }

    /**
     * The index that the client is to know a new call by.
     *
     * @param upstream the upstream's own, kept where nothing was left out before; -1 where it gave none
     */
    int indexFor(long upstream, boolean leftOut) {
        shifted |= leftOut;
        int index = shifted || upstream < 0 || upstream >= Integer.MAX_VALUE ? nextIndex : (int) upstream;
        nextIndex = Math.max(nextIndex, index + 1);
        calls = true;
        return index;
    }

    void sawCalls() {
        calls = true;
    }

    /** The text of the rounds that ended before this one. */
    String earlierText() {
        return earlierText.toString();
    }

    void roundEnded(String text) {
        earlierText.append(text);
    }
}
