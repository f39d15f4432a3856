package io.ambit.wire;

/**
 * One wire format: what comes in is read with the ranges of its parts, what goes out is the same bytes with only the
 * edited ranges replaced. Stateless and thread-safe.
 */
public interface WireCodec {

    WireFormat format();

    /**
     * Reads a request.
     *
     * @param body uncompressed; not copied, and not to be changed afterwards
     * @throws MalformedRequestException where it is no JSON, or has no list of messages
     */
    WireRequest parse(byte[] body);

    /**
     * The body with {@code rewrite} spliced in; every byte that it does not name is as it came. {@link Rewrite#NONE}: the
     * body itself. An edit of a part whose span is absent is ignored, and so is a field that the request says itself or
     * that the format does not have.
     */
    byte[] splice(WireRequest request, Rewrite rewrite);

    /** The definition of {@code context_retrieve} as it is appended to a request's tools. */
    String retrieveTool();

    /**
     * Follows the answer to one step, over all of its hidden rounds.
     *
     * @param hideRetrieve whether calls of {@code context_retrieve} are Ambit's to answer and kept from the client
     */
    default WireAnswer answer(WireRequest request, boolean hideRetrieve) {
        return answer(request, hideRetrieve, CallRepair.NONE);
    }

    /**
     * The same, with calls of the client's tools set right on their way.
     *
     * @param repair of this answer
     */
    WireAnswer answer(WireRequest request, boolean hideRetrieve, CallRepair repair);

    /**
     * An error body in the format's own shape.
     *
     * @param type the format's class of error, "invalid_request_error" say
     * @param code machine-readable detail, "" for none
     */
    byte[] error(String type, String code, String message);

    /** The same as it stands in the midst of a stream of this format, its framing included. */
    byte[] streamError(String type, String code, String message);
}
