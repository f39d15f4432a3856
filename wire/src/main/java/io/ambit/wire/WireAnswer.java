package io.ambit.wire;

import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The answer to one step on its way to the client: read as it passes and, where hidden calls are to be kept back,
 * filtered. Bytes that need no change are passed on unchanged and at once. It never throws on what an upstream sends:
 * what cannot be read is passed on as it is. Used by one thread.
 *
 * <pre>
 * do {
 *   answer.begin(status, contentType);
 *   while (upstream has bytes) answer.pass(chunk, length, client);
 *   hidden = answer.end(client);          // calls of context_retrieve that Ambit has to answer
 * } while (answer.needsRound() &amp;&amp; rounds &lt; 3);
 * </pre>
 */
public interface WireAnswer {

    /**
     * Starts a round.
     *
     * @param contentType "" where the upstream did not say; {@code text/event-stream} is read as events
     * @param contentEncoding "" or "identity" for plain bytes; gzip is unpacked for reading only
     */
    void begin(int status, String contentType, String contentEncoding);

    /** Takes bytes from the upstream and passes on what the client is to have of them. */
    void pass(byte[] bytes, int offset, int length, OutputStream client) throws IOException;

    /**
     * Ends a round: what was held back goes to the client, unless another round has to come first.
     *
     * @param lastRound whether no further round may follow: hidden calls are then left out and the answer is closed
     * @return the hidden calls of this round, in order; empty for most
     */
    List<Part.ToolCall> end(boolean lastRound, OutputStream client) throws IOException;

    /** Whether the round that ended called nothing but hidden tools, so that the upstream has to be asked again. */
    boolean needsRound();

    /**
     * The messages to put after the request's last one, in this wire format and comma-separated: the assistant message
     * with the hidden calls of the round that ended, and a tool message for each.
     *
     * @param results one for each hidden call, in order
     */
    String exchange(List<String> results);

    /** What the client got in the end, and the usage of each round. */
    Reply reply();

    /** What the upstream calls its last answer, "" where it gave it no id. */
    default String replyId() {
        return "";
    }

    /** Usage of each round so far. */
    List<Usage> rounds();
}
