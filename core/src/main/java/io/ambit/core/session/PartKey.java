package io.ambit.core.session;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.text.Hash;

/**
 * What a decision is about: a part of the message at the end of a chain, what is put after the part's text, the whole
 * message, or the place after it.
 *
 * @param chain hash of the message and of all before it
 * @param part index of the part, {@link #WHOLE}, {@link #AFTER}, or less for the note on a part
 */
public record PartKey(Hash chain, int part) {
    public static final int WHOLE = -1;
    public static final int AFTER = -2;

    private static final int NOTE = -3;

    /** The key of a block of tool output. */
    public static PartKey of(Transcript transcript, ToolExchange exchange) {
        return new PartKey(transcript.chain().get(exchange.messageIndex()), exchange.partIndex());
    }

    public static PartKey whole(Hash chain) {
        return new PartKey(chain, WHOLE);
    }

    public static PartKey after(Hash chain) {
        return new PartKey(chain, AFTER);
    }

    /** The key of the note on a part: in which form the part itself is shown is decided apart from it. */
    public static PartKey note(Hash chain, int part) {
        return new PartKey(chain, NOTE - part);
    }
}
