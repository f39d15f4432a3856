package io.ambit.server.door;

import io.ambit.core.text.Hash;
import io.ambit.gateway.http.Headers;
import java.nio.charset.StandardCharsets;

/** Who asks, for limits: an address, and which key it shows. Of the key only a hash is kept. */
public final class ClientName {
    private ClientName() {}

    /** The same for the same address and the same keys. */
    public static String of(String address, Headers headers) {
        StringBuilder keys = new StringBuilder();
        for (Headers.Field field : headers.fields()) {
            String key = TokenFields.credential(field);
            if (key != null) {
                keys.append(key).append('\n');
            }
        }
        return keys.isEmpty()
                ? address
                : address + " "
                        + Hash.of(keys.toString().getBytes(StandardCharsets.UTF_8))
                                .hex();
    }
}
