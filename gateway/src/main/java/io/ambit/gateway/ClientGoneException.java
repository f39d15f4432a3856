package io.ambit.gateway;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client closed its connection before its answer was whole. */
final class ClientGoneException extends IOException {
    ClientGoneException(@Nullable Throwable cause) {
        super("the client went away", cause);
    }
}
