package io.ambit.wire;

import io.ambit.core.context.Edit;
import java.util.List;

/**
 * One wire format: what comes in is read with the ranges of its parts, what goes out is the same bytes with only the
 * edited ranges replaced. Stateless and thread-safe.
 */
public interface WireCodec {

    /** Short name for the ledger and for reports, "openai-chat" say. */
    String name();

    /**
     * Reads a request.
     *
     * @param body uncompressed; not copied, and not to be changed afterwards
     * @throws MalformedRequestException where it is no JSON, or has no list of messages
     */
    WireRequest parse(byte[] body);

    /**
     * The body with {@code edits} spliced in; every byte that no edit names is as it came. No edits and no tool: the
     * body itself.
     *
     * @param edits in any order; an edit of a part whose span is absent is ignored
     * @param withRetrieveTool whether to append {@link #retrieveTool} to the request's tools
     */
    byte[] splice(WireRequest request, List<Edit> edits, boolean withRetrieveTool);

    /** The definition of {@code context_retrieve} as it is appended to a request's tools. */
    String retrieveTool();

    /**
     * Follows the answer to one step, over all of its hidden rounds.
     *
     * @param hideRetrieve whether calls of {@code context_retrieve} are Ambit's to answer and kept from the client
     */
    WireAnswer answer(WireRequest request, boolean hideRetrieve);

    /**
     * An error body in the format's own shape.
     *
     * @param type the format's class of error, "invalid_request_error" say
     * @param code machine-readable detail, "" for none
     */
    byte[] error(String type, String code, String message);
}
