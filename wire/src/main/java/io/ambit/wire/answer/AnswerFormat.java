package io.ambit.wire.answer;

import io.ambit.core.message.Part;
import io.ambit.wire.Reply;
import java.util.List;

/** What a format has of its own in the answer to one step. {@link RoundedAnswer} does the rest. Used by one thread. */
public interface AnswerFormat {

    /** Starts a round; {@link #stream} and {@link #whole} are of the round that was started last. */
    AnswerRound begin();

    /** Filters a stream: bytes that are none of its framing are to pass as they are. */
    AnswerPass stream();

    /** Filters an answer that is one JSON text. */
    AnswerPass whole();

    /** How its streams are framed. */
    default Framing framing() {
        return Framing.EVENTS;
    }

    /**
     * Whether an answer is one JSON text and no stream, whatever its headers say.
     *
     * @param first its first byte that is no white space, 0 where none came
     */
    default boolean isWhole(byte first) {
        return first == '{';
    }

    /**
     * An error of the upstream's as it stands in the midst of a stream, framing included.
     *
     * @param body a JSON text in the shape of the format's errors
     */
    byte[] errorEvent(byte[] body);

    /** An error of Ambit's own as it stands in the midst of a stream, framing included. */
    byte[] errorEvent(String message);

    /**
     * The messages to put after the request's last one, comma-separated.
     *
     * @param hidden calls of the round that ended, each with an id of its own
     * @param results one for each
     */
    String exchange(List<Part.ToolCall> hidden, List<String> results);

    /**
     * What the client got, over all rounds.
     *
     * @param filtered whether the last round went through a filter, so that hidden calls were left out
     */
    Reply reply(boolean filtered);

    /** What the upstream calls its last answer, "" where it gave it no id. */
    default String replyId() {
        return "";
    }
}
