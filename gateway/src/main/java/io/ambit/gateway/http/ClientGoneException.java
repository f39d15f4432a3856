package io.ambit.gateway.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client closed its connection before its answer was whole. */
public final class ClientGoneException extends IOException {
    public ClientGoneException(@Nullable Throwable cause) {
        super("the client went away", cause);
    }
}
