package io.ambit.wire;

/** A codec that can take over what it read of an earlier request. */
public interface ResumableCodec extends WireCodec {

    /**
     * Reads {@code body} as {@link #parse} does, with the same result, but reads again only what comes after the
     * messages that both bodies share.
     *
     * @param earlier a request read by this codec
     * @param common how many of their first bytes are the same
     */
    WireRequest resume(byte[] body, WireRequest earlier, int common);
}
