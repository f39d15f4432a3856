package io.ambit.wire.answer;

import io.ambit.core.message.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The way that the bytes of one round take to the client. */
public interface AnswerPass {

    /** Takes bytes from the upstream and passes on what the client is to have of them now. */
    void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException;

    /** Passes on what was held, unless another round has to come first. */
    void end(boolean lastRound, OutputStream client) throws IOException;

    /** After the end: calls that the client was not shown, in order, with the ids that the upstream gave them. */
    default List<Part.ToolCall> hidden() {
        return List.of();
    }

    /** After the end: whether the hidden calls were all there was, so that their results decide what comes next. */
    default boolean needsRound() {
        return false;
    }
}
