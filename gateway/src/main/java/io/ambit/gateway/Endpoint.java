package io.ambit.gateway;

import io.ambit.wire.WireCodec;

/**
 * What reads and answers requests of one wire format.
 *
 * @param errors says in the format's own shape what went wrong
 */
record Endpoint(WireCodec codec, ErrorAnswer errors) {
    Endpoint(WireCodec codec) {
        this(codec, new ErrorAnswer(codec));
    }
}
