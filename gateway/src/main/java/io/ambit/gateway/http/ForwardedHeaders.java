package io.ambit.gateway.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which header fields belong to one connection (RFC 9110, section 7.6.1) and so go no further, and which pass. */
public final class ForwardedHeaders {
    private static final Set<String> CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Written by the outbound client itself, or answered by the server at the door. */
    private static final Set<String> OURS = Set.of("host", "content-length", "expect");

    private ForwardedHeaders() {}

    /**
     * The client's fields as the upstream gets them.
     *
     * @param ownEncoding whether the client's Accept-Encoding stays; else answers are asked for uncompressed, so that
     *     they can be read as they pass
     * @param plainBody whether the body leaves uncompressed although it came otherwise
     */
    public static Headers toUpstream(Headers client, boolean ownEncoding, boolean plainBody) {
        Set<String> dropped = connectionFields(client);
        dropped.addAll(OURS);
        if (plainBody) {
            dropped.add("content-encoding");
        }
        if (ownEncoding) {
            return client.without(dropped::contains);
        }
        dropped.add("accept-encoding");
        return client.without(dropped::contains).with("Accept-Encoding", "identity");
    }

    /**
     * The upstream's fields as the client gets them.
     *
     * @param keepLength whether the body stays as long as the upstream says
     */
    public static Headers toClient(Headers upstream, boolean keepLength) {
        Set<String> dropped = connectionFields(upstream);
        if (!keepLength) {
            dropped.add("content-length");
        }
        return upstream.without(dropped::contains);
    }

    private static Set<String> connectionFields(Headers headers) {
        Set<String> names = new HashSet<>(CONNECTION);
        for (Headers.Field field : headers.fields()) {
            if (field.name().equalsIgnoreCase("connection")) {
                for (String name : field.value().split(",", -1)) {
                    names.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }
}
