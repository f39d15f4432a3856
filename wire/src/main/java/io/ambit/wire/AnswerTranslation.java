package io.ambit.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Turns the upstream's answer into one of the client's format while it comes: each piece is passed on as soon as it can
 * be told what it is. It never throws on what an upstream sends: what cannot be read becomes an error of the client's
 * format. Used by one thread.
 */
public interface AnswerTranslation {

    /**
     * Starts a round.
     *
     * @param contentType "" where the upstream did not say
     * @return the content type of what {@link #pass} will write
     */
    String begin(int status, String contentType);

    /** Takes bytes of the upstream's answer. */
    void pass(byte[] bytes, int offset, int length, OutputStream translated) throws IOException;

    /** Ends the round: writes what is still missing of a whole answer. */
    void end(OutputStream translated) throws IOException;
}
