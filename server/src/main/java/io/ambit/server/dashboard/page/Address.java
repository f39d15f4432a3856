package io.ambit.server.dashboard.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address of this server, written so that whatever text stands in it stays text. */
public final class Address {
    private final StringBuilder text;
    private boolean query;

    private Address(String path) {
        text = new StringBuilder(path);
    }

    /**
     * An address that begins with a path.
     *
     * @param path literal, without a query
     */
    public static Address of(String path) {
        return new Address(path);
    }

    /** One more step of the path. */
    public Address step(String name) {
        text.append('/').append(encode(name));
        return this;
    }

    /** One more parameter; none where the value is null or empty. */
    public Address with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append(query ? '&' : '?').append(name).append('=').append(encode(value));
            query = true;
        }
        return this;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
