package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;

/** How many tokens of a conversation are forwarded. */
public final class ForwardedSize {
    /** What a message costs beside its text. */
    static final int A_MESSAGE = 4;
    /** An image or a sound takes about so much, however many characters its bytes are written with. */
    private static final int AN_IMAGE = 1024;

    private static final int MAX_OPAQUE = 4 * AN_IMAGE;

    private ForwardedSize() {}

    /** Tokens of the request that {@code decisions} make of the conversation, with what it has besides. */
    public static int of(Transcript transcript, Decisions decisions, Conditions conditions) {
        long total = conditions.otherTokens();
        if (decisions.get(PartKey.after(Transcript.ROOT)) instanceof Decision.Insert first) {
            total += conditions.tokens().count(first.text()) + A_MESSAGE;
        }
        for (int m = 0; m < transcript.size(); m++) {
            total += ofMessage(transcript, m, decisions, conditions.tokens());
        }
        return (int) Math.min(total, Integer.MAX_VALUE);
    }

    /** Tokens of one message and of what is placed after it; 0 where it is left out. */
    static int ofMessage(Transcript transcript, int index, Decisions decisions, TokenCounter tokens) {
        Hash chain = transcript.chain().get(index);
        int size = decisions.get(PartKey.after(chain)) instanceof Decision.Insert insert
                ? tokens.count(insert.text()) + A_MESSAGE
                : 0;
        if (decisions.get(PartKey.whole(chain)) instanceof Decision.Drop) {
            return size;
        }
        Message message = transcript.messages().get(index);
        for (int p = 0; p < message.parts().size(); p++) {
            Part part = message.parts().get(p);
            String text = decisions.get(new PartKey(chain, p)) instanceof Decision.Replacement shorter
                    ? shorter.shown()
                    : part.text();
            if (decisions.get(PartKey.note(chain, p)) instanceof Decision.Note(String note)) {
                size += tokens.count(note);
            }
            size += part instanceof Part.Opaque && text.length() > MAX_OPAQUE ? AN_IMAGE : tokens.count(text);
        }
        return size + A_MESSAGE;
    }
}
