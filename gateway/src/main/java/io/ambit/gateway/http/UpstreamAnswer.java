package io.ambit.gateway.http;

import java.io.IOException;
import java.io.InputStream;

/** An answer whose head has come and whose body is still to be read. Closing it before its end cancels the call. */
public interface UpstreamAnswer extends AutoCloseable {
    int status();

    Headers headers();

    /** Blocks for the next bytes; each read returns what is there. */
    InputStream body();

    @Override
    void close() throws IOException;
}
