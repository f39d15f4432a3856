package io.ambit.gateway;

import io.ambit.gateway.http.ClientGoneException;
import io.ambit.gateway.http.Headers;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The way back to a client. The head is sent with the first byte, or by {@link #open}, so that an answer which is held
 * back can still become an error. A client that is gone shows as {@link ClientGoneException}, and as nothing else.
 */
final class ClientBody extends OutputStream {
    private final ClientExchange client;
    private int status;
    private Headers headers = Headers.NONE;
    private boolean written;

    ClientBody(ClientExchange client) {
        this.client = client;
    }

    /** What the head will say, unless it was sent already. */
    void head(int newStatus, Headers newHeaders) {
        if (!client.isBegun()) {
            status = newStatus;
            headers = newHeaders;
        }
    }

    /** The status that the client was or will be told. */
    int status() {
        return status;
    }

    /** Sends the head now. */
    void open() throws ClientGoneException {
        if (!client.isBegun()) {
            try {
                client.begin(status, headers);
            } catch (IOException e) {
                throw new ClientGoneException(e);
            }
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        open();
        try {
            client.out().write(bytes, offset, length);
            written = true;
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    /** Hands on what was written; nothing where nothing was. */
    @Override
    public void flush() throws IOException {
        if (written) {
            written = false;
            try {
                client.out().flush();
            } catch (IOException e) {
                throw new ClientGoneException(e);
            }
        }
    }

    /** Completes the answer. */
    void end() throws IOException {
        open();
        try {
            client.end();
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }
}
