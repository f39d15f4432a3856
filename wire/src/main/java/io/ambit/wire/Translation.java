package io.ambit.wire;

/**
 * Carries requests of one format to an upstream that speaks another, and its answers back. What has no counterpart is an
 * error that names it, never left out in silence. Stateless and thread-safe.
 */
public interface Translation {

    /** The client's format. */
    WireFormat from();

    /** The upstream's format. */
    WireFormat to();

    /**
     * The request as the upstream takes it.
     *
     * @param body in the client's format, after all edits
     * @throws UntranslatableException where something of it cannot be carried over
     */
    byte[] request(byte[] body);

    /**
     * Follows the answer to one step, over all of its hidden rounds.
     *
     * @param body the client's request, which tells whether it asked for a stream
     */
    AnswerTranslation answer(byte[] body);
}
